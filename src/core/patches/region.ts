import { diffArrays } from 'diff';
import type { LineRange } from '../api/task';
import { fitIndentation, indentOf, isBlank } from './indentation';

/** The lines of the file that a code block stands for. */
export interface Region {
  readonly range: LineRange;
  /** Why it is not just the selection. */
  readonly note?: string;
}

interface Setting {
  /** The block's lines, blank ones at both ends removed. */
  readonly block: readonly string[];
  readonly before: readonly string[];
  readonly selected: readonly string[];
  readonly after: readonly string[];
}

/** Share of the lines outside the selection that a block must repeat to be the whole file. */
const WHOLE_FILE = 0.8;

/**
 * What a block replaces: the selection, unless it plainly repeats more of the file. Recognised are,
 * in this order, the whole file; lines around the selection repeated word for word; and the
 * function or class around the selection, by its first line.
 */
export function regionOf(
  block: readonly string[],
  file: readonly string[],
  selection: LineRange,
): Region {
  const setting = {
    block,
    before: file.slice(0, selection.first - 1),
    selected: file.slice(selection.first - 1, selection.last),
    after: file.slice(selection.last),
  };
  return (
    wholeFile(setting, file) ??
    repeatedContext(setting, selection) ??
    enclosing(setting, file, selection) ?? { range: selection }
  );
}

function repeatedContext(setting: Setting, selection: LineRange): Region | undefined {
  const above = repeatedAbove(setting);
  const below = repeatedBelow(setting, above);
  if (above === 0 && below === 0) return undefined;
  return {
    range: { first: selection.first - above, last: selection.last + below },
    note: 'lines around the selection repeated',
  };
}

/** How many lines above the selection the block starts with. */
function repeatedAbove({ block, before, selected }: Setting): number {
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((line, index) => line.trim() === b[index]?.trim());
  for (let count = Math.min(block.length, before.length); count > 0; count -= 1) {
    const context = before.slice(-count);
    if (!same(block.slice(0, count), context) || context.every(isBlank)) continue;
    if (same(selected.slice(0, count), context)) return 0;
    return context.some(introduces) || context.filter(hasWords).length > 1 ? count : 0;
  }
  return 0;
}

/** Whether a line can hardly be there twice in a row: a signature, a comment, a decorator. */
function introduces(line: string): boolean {
  return /[{([:,]\s*$|=>\s*$/.test(line) || /^\s*(?:@\w|#|\/\/|\/?\*|import\b|from\b)/.test(line);
}

function hasWords(line: string): boolean {
  return /\w{2}/.test(line);
}

/**
 * How many lines below the selection the block ends with. Brackets must close as they do in the
 * file: the last brace of a method is not that of its class.
 */
function repeatedBelow({ block, before, selected, after }: Setting, above: number): number {
  const base = [...before.slice(before.length - above), ...selected];
  const fitted = fitIndentation(block, base);
  const balance = bracketBalance(block);
  for (let count = Math.min(block.length - above, after.length); count > 0; count -= 1) {
    const context = after.slice(0, count);
    const ends = (lines: readonly string[]) =>
      context.every((line, index) => lines.at(index - count)?.trimEnd() === line.trimEnd());
    if (!ends(fitted) || context.every(isBlank)) continue;
    if (selected.length >= count && ends(selected)) return 0;
    if (bracketBalance([...base, ...context]) === balance) return count;
  }
  return 0;
}

/** Opening minus closing brackets, those in strings and comments left out as well as can be. */
function bracketBalance(lines: readonly string[]): number {
  const code = lines
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\/|"""[\s\S]*?"""|'''[\s\S]*?'''/g, '')
    .replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, '')
    .replace(/\/\/.*|(?:^|\s)#\s.*/g, '');
  return (code.match(/[([{]/g)?.length ?? 0) - (code.match(/[)\]}]/g)?.length ?? 0);
}

function wholeFile({ block, before, after }: Setting, file: readonly string[]): Region | undefined {
  const above = trimmed(before);
  const below = trimmed(after);
  const given = trimmed(block);
  const outside = [...above, ...below];
  if (outside.filter(hasWords).length < 2 || given.length < outside.length * WHOLE_FILE)
    return undefined;
  if (above.length > 0 && above[0] !== given[0]) return undefined;
  if (below.length > 0 && below.at(-1) !== given.at(-1)) return undefined;
  const parts = diffArrays(outside, given).filter(({ added, removed }) => !added && !removed);
  const kept = parts.reduce((sum, { count }) => sum + count, 0);
  if (kept < outside.length * WHOLE_FILE) return undefined;
  return { range: { first: 1, last: file.length }, note: 'the reply holds the whole file' };
}

function trimmed(lines: readonly string[]): string[] {
  return lines.filter((line) => !isBlank(line)).map((line) => line.trim());
}

/** The function or class around the selection, written again from its first line. */
function enclosing(
  { block, before, selected }: Setting,
  file: readonly string[],
  selection: LineRange,
): Region | undefined {
  const head = block.find((line) => !isBlank(line) && !isComment(line))?.trim() ?? '';
  if (!/[{(:]$|=>$/.test(head) || selected.some((line) => line.trim() === head)) return undefined;
  const matches = file.flatMap((line, index) => (line.trim() === head ? [index] : []));
  const [start, another] = matches;
  if (start === undefined || another !== undefined || start >= before.length) return undefined;
  const last = endOfBlock(file, start);
  if (last < selection.last) return undefined;
  let first = start;
  if (isComment(block[0] ?? '')) while (first > 0 && isComment(file[first - 1] ?? '')) first -= 1;
  return {
    range: { first: first + 1, last },
    note: 'the reply holds the code around the selection',
  };
}

function isComment(line: string): boolean {
  return /^\s*(?:\/\/|\/\*|\*|#|@\w)/.test(line);
}

/** 1-based last line of what starts at a 0-based line, by indentation. */
function endOfBlock(file: readonly string[], start: number): number {
  const level = indentOf(file[start] ?? '').length;
  let last = start + 1;
  for (let at = start + 1; at < file.length; at += 1) {
    const line = file[at] ?? '';
    if (isBlank(line)) continue;
    const isInside = indentOf(line).length > level;
    const isCloser = /^\s*[)\]}]/.test(line);
    if (!isInside && !isCloser) break;
    last = at + 1;
    if (!isInside && !/[{(:[]\s*$/.test(line)) break;
  }
  return last;
}
