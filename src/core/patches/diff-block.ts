import type { ParsedReply, PatchFormat, PatchTarget } from '../api/patch';
import { applyEdits, type Edit } from './apply-edits';
import { fencesOf, namesFile } from './fences';

const HUNK = /^@@(?:\s+-(\d+)(?:,\d+)?\s+\+\d+(?:,\d+)?\s+@@|.*$)/;
const OLD_FILE = /^--- (?!-)(\S.*?)(?:\t.*)?$/;
const NEW_FILE = /^\+\+\+ (\S.*?)(?:\t.*)?$/;
const GIT_HEADER =
  /^(?:diff --git|index [\da-f]+\.\.|(?:new|deleted|old) (?:file )?mode|similarity)/;

/**
 * A unified diff, in a ```diff block or as the bare reply. Models count lines badly, so a hunk is
 * found by its context and removed lines, as a search/replace block is; the line number in its
 * header only decides between equal matches.
 */
export const diffBlock: PatchFormat = {
  id: 'unified-diff',
  parse(reply: string, target: PatchTarget): ParsedReply {
    if (/\.(?:diff|patch)$/.test(target.path)) return { kind: 'unrecognised' };
    const text = diffTextOf(reply);
    if (text === undefined) return { kind: 'unrecognised' };
    if (typeof text === 'string') return { kind: 'malformed', reason: text };
    const foreign = filesOf(text).filter((path) => !namesFile(path, target.path));
    if (foreign.length > 0) return { kind: 'out-of-task', paths: foreign };
    const edits = hunksOf(text);
    if (edits.length === 0) return { kind: 'malformed', reason: 'the diff has no hunk' };
    if (edits.some(({ search }) => search.length === 0) && target.text.trim() !== '')
      return { kind: 'malformed', reason: 'a hunk has no context, so that its place is unknown' };
    return applyEdits(edits, target);
  },
};

/** The diff's lines; undefined where there is none; a reason where it is cut off. */
function diffTextOf(reply: string): readonly string[] | string | undefined {
  const fences = fencesOf(reply).filter(
    ({ language, lines }) => language === 'diff' || language === 'patch' || isDiff(lines),
  );
  if (fences.some(({ closed }) => !closed)) return 'the diff block has no end: it was cut off';
  if (fences.length > 0) return fences.flatMap(({ lines }) => lines);
  const lines = reply.split(/\r?\n/);
  if (fencesOf(reply).length > 0 || !isDiff(lines)) return undefined;
  return lines.slice(lines.findIndex((line) => OLD_FILE.test(line)));
}

function isDiff(lines: readonly string[]): boolean {
  const at = lines.findIndex((line) => OLD_FILE.test(line));
  return (
    at !== -1 && NEW_FILE.test(lines[at + 1] ?? '') && lines[at + 2]?.startsWith('@@') === true
  );
}

/** The files that the headers name, without git's prefixes. */
function filesOf(lines: readonly string[]): readonly string[] {
  const names = lines.flatMap((line, index) => {
    const old = OLD_FILE.exec(line)?.[1];
    const renewed = NEW_FILE.exec(lines[index + 1] ?? '')?.[1];
    return old === undefined || renewed === undefined ? [] : [old, renewed];
  });
  const bare = names
    .filter((name) => name !== '/dev/null')
    .map((name) => name.replace(/^[ab]\//, ''));
  return [...new Set(bare)];
}

/** Each hunk as an edit. Without any hunk header the whole diff is one hunk. */
function hunksOf(lines: readonly string[]): readonly Edit[] {
  const hunks: { lineHint?: number; readonly lines: string[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const header = HUNK.exec(line);
    if (header !== null) {
      const lineHint = header[1] === undefined ? undefined : Number(header[1]);
      hunks.push({ lines: [], ...(lineHint !== undefined && { lineHint }) });
    } else if (isFileHeader(lines, index)) continue;
    else if (hunks.length === 0) hunks.push({ lines: [line] });
    else hunks.at(-1)?.lines.push(line);
  }
  return hunks.map(toEdit).filter(({ search, replace }) => search.length + replace.length > 0);
}

function isFileHeader(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (GIT_HEADER.test(line)) return true;
  if (OLD_FILE.test(line)) return NEW_FILE.test(lines[index + 1] ?? '');
  return NEW_FILE.test(line) && OLD_FILE.test(lines[index - 1] ?? '');
}

function toEdit(hunk: { readonly lineHint?: number; readonly lines: readonly string[] }): Edit {
  const search: string[] = [];
  const replace: string[] = [];
  for (const line of withoutBlankEnd(hunk.lines)) {
    const rest = line.slice(1);
    if (line.startsWith('\\')) continue;
    if (!line.startsWith('+')) search.push(/^[ -]/.test(line) ? rest : line);
    if (!line.startsWith('-')) replace.push(/^[ +]/.test(line) ? rest : line);
  }
  return { search, replace, ...(hunk.lineHint !== undefined && { lineHint: hunk.lineHint }) };
}

/** Blank lines below a hunk belong to the reply, not to the file. */
function withoutBlankEnd(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, last + 1);
}
