import type { LineRange } from '../api/task';

/** Characters of a file that a prompt shows at most, the selection apart. About 12,000 tokens. */
export const FILE_LIMIT = 48_000;

/** Of them, for the start of the file: imports and declarations. */
const HEAD_LIMIT = 6_000;

/**
 * The file as the model sees it. A file above the limit is trimmed to whole lines: its start (up to
 * an eighth of the limit), the selection, and an equal share above and below the selection of what
 * is left. A line in square brackets says how many lines were left out, and where.
 */
export function fileExcerpt(text: string, range: LineRange): string {
  if (text.length <= FILE_LIMIT) return text;
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const first = Math.max(range.first - 1, 0);
  const last = Math.min(range.last, lines.length);
  const share = (FILE_LIMIT - HEAD_LIMIT) / 2;
  const above = countWithin(lines.slice(0, first).reverse(), share);
  const below = countWithin(lines.slice(last), share);
  const from = first - above;
  const to = last + below;
  const head = Math.min(countWithin(lines, HEAD_LIMIT), from);
  return [
    ...lines.slice(0, head),
    ...omission(from - head),
    ...lines.slice(from, to),
    ...omission(lines.length - to),
  ].join('\n');
}

/** How many of the lines, from the first on, fit into a number of characters. */
function countWithin(lines: readonly string[], characters: number): number {
  let used = 0;
  for (const [index, line] of lines.entries()) {
    used += line.length + 1;
    if (used > characters) return index;
  }
  return lines.length;
}

function omission(count: number): readonly string[] {
  return count > 0 ? [`[… ${count} lines left out …]`] : [];
}
