import { diffArrays } from 'diff';
import type { ParsedReply, PatchTarget } from '../api/patch';
import type { LineRange } from '../api/task';
import { fitIndentation, isBlank, matchIndentStyle } from './indentation';
import { sharedEdges, splitLines, spliceLines, textsOf, type Line } from './lines';
import { locate, touches, type Rung } from './locate';

/** Lines to look for in the task's file, and what to write in their place. */
export interface Edit {
  readonly search: readonly string[];
  readonly replace: readonly string[];
  /** The line at which a unified diff says that the searched lines start. */
  readonly lineHint?: number;
}

interface PlacedEdit {
  readonly range: LineRange;
  readonly replacement: readonly string[];
  readonly rung: Rung;
}

/**
 * Finds every edit in the file as it is, then applies them all. One that is not found, or found
 * more than once, or that overlaps another, makes the whole reply malformed: nothing is guessed.
 */
export function applyEdits(edits: readonly Edit[], target: PatchTarget): ParsedReply {
  const lines = splitLines(target.text);
  const placed: PlacedEdit[] = [];
  for (const [index, edit] of edits.entries()) {
    const found = placeEdit(edit, lines, target.range);
    const which = edits.length > 1 ? ` ${index + 1}` : '';
    if (typeof found === 'string')
      return { kind: 'malformed', reason: `search text${which} ${found}` };
    if (placed.some((other) => touches(other.range, found.range)))
      return { kind: 'malformed', reason: `search text${which} overlaps another one` };
    placed.push(found);
  }
  const after = placed
    .toReversed()
    .sort((a, b) => b.range.first - a.range.first || b.range.last - a.range.last)
    .reduce(
      (text, { range, replacement }) => spliceLines(splitLines(text), range, replacement),
      target.text,
    );
  return patchOf(target, after, notesOf(placed));
}

/** The patch that turns the task's file into `after`. */
export function patchOf(
  { path, text }: PatchTarget,
  after: string,
  notes: readonly string[],
): ParsedReply {
  if (after === text) return { kind: 'malformed', reason: 'the reply changes nothing' };
  const patch = { changes: [{ path, before: text, after }] };
  return { kind: 'patch', patch, ...(notes.length > 0 && { note: notes.join('; ') }) };
}

/** Where the edit belongs, or what is wrong with it. */
function placeEdit(edit: Edit, lines: readonly Line[], selection: LineRange): PlacedEdit | string {
  const { search, replace } = withoutSharedBlankEdges(edit);
  const texts = textsOf(lines);
  if (search.every(isBlank)) return placeInEmptyFile(replace, texts);
  const { lineHint } = edit;
  const place = { lines: texts, selection, ...(lineHint !== undefined && { lineHint }) };
  const found = locate(search, place);
  if (found.kind === 'absent') return `is not in the file: “${abridged(search)}”`;
  if (found.kind === 'ambiguous')
    return `is ambiguous: “${abridged(search)}” matches at lines ${numbersOf(found.ranges)}`;
  const { range, rung } = found;
  const original = texts.slice(range.first - 1, range.last);
  const shifted = rung === 'indentation' || rung === 'similar';
  const written = shifted ? reindentLike(replace, search, original, texts) : replace;
  return shrink(range, original, keepUnchanged(search, replace, original, written), rung);
}

/** Lines that the edit only quotes stay as the file has them; `written` holds the new ones. */
function keepUnchanged(
  search: readonly string[],
  replace: readonly string[],
  original: readonly string[],
  written: readonly string[],
): readonly string[] {
  const spans = spansOf(search, original);
  let quoted = 0;
  let next = 0;
  return diffArrays([...search], [...replace]).flatMap(({ added, removed, count }) => {
    const kept = spans.slice(quoted, quoted + count).flat();
    const fresh = written.slice(next, next + count);
    if (!added) quoted += count;
    if (!removed) next += count;
    return removed ? [] : added ? fresh : kept;
  });
}

/**
 * The file's lines behind every quoted line. They differ in number where the quote has more or
 * fewer blank lines; those of the file then go with the line below them.
 */
function spansOf(
  search: readonly string[],
  original: readonly string[],
): readonly (readonly string[])[] {
  if (search.length === original.length) return original.map((line) => [line]);
  let at = 0;
  return search.map((line) => {
    if (isBlank(line)) return [];
    const from = at;
    while (at < original.length && isBlank(original[at] ?? '')) at += 1;
    at += 1;
    return original.slice(from, at);
  });
}

/** Leaves the lines out that are the same at both ends, so that neighbouring edits do not overlap. */
function shrink(
  range: LineRange,
  original: readonly string[],
  replacement: readonly string[],
  rung: Rung,
): PlacedEdit {
  const { head, tail } = sharedEdges(original, replacement);
  return {
    range: { first: range.first + head, last: range.last - tail },
    replacement: replacement.slice(head, replacement.length - tail),
    rung,
  };
}

function placeInEmptyFile(replace: readonly string[], lines: readonly string[]) {
  if (!lines.every(isBlank)) return 'is empty, so that its place is unknown';
  return { range: { first: 1, last: lines.length }, replacement: replace, rung: 'exact' as const };
}

/** The replacement moves with the searched text: by as much as that stands elsewhere in the file. */
function reindentLike(
  replace: readonly string[],
  search: readonly string[],
  original: readonly string[],
  file: readonly string[],
): readonly string[] {
  const styled = matchIndentStyle([...search, ...replace], file);
  const [searched, replacing] = [styled.slice(0, search.length), styled.slice(search.length)];
  const joined = fitIndentation([...searched, ...replacing], original);
  return joined.slice(search.length);
}

/** Blank lines that both sides start or end with add nothing to what is searched for. */
function withoutSharedBlankEdges({ search, replace }: Edit): Edit {
  const bothBlank = (left: string, right: string) => isBlank(left) && isBlank(right);
  const { head, tail } = sharedEdges(search, replace, bothBlank);
  return {
    search: search.slice(head, search.length - tail),
    replace: replace.slice(head, replace.length - tail),
  };
}

function notesOf(placed: readonly PlacedEdit[]): readonly string[] {
  const laxest = (rung: Rung) => placed.some((edit) => edit.rung === rung);
  return [
    ...(laxest('trailing white space') ? ['white space at line ends ignored'] : []),
    ...(laxest('indentation') ? ['indentation adjusted'] : []),
    ...(laxest('similar') ? ['search text matched approximately'] : []),
  ];
}

function abridged(lines: readonly string[]): string {
  const first = lines.find((line) => !isBlank(line))?.trim() ?? '';
  return first.length > 60 ? `${first.slice(0, 60)}…` : first;
}

function numbersOf(ranges: readonly LineRange[]): string {
  const numbers = ranges.map(({ first }) => String(first));
  return numbers.length <= 5 ? numbers.join(', ') : `${numbers.slice(0, 5).join(', ')}, …`;
}
