import type { LineRange } from '../api/task';

/** One line of a text: its characters, and the line end that follows them ('' at the very end). */
export interface Line {
  readonly text: string;
  readonly end: '' | '\n' | '\r\n';
}

/** Cuts a text into lines, keeping their ends; joining both gives the text back. */
export function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/([^\n]*?)(\r\n|\n|$)/gy)) {
    const [whole, content = '', end = ''] = match;
    if (whole === '') break;
    lines.push({ text: content, end: end as Line['end'] });
  }
  return lines;
}

/** The lines' characters alone. */
export function textsOf(lines: readonly Line[]): readonly string[] {
  return lines.map((line) => line.text);
}

/** The texts of a reply's lines: line ends dropped, and no empty last line. */
export function replyLines(text: string): readonly string[] {
  return textsOf(splitLines(text));
}

/** The line end that most lines of a text have; a line feed where none has one. */
export function lineEndOf(lines: readonly Line[]): '\n' | '\r\n' {
  const crlf = lines.filter((line) => line.end === '\r\n').length;
  const lf = lines.filter((line) => line.end === '\n').length;
  return crlf > lf ? '\r\n' : '\n';
}

/**
 * The text of whole lines, the line end of the last one included, so that
 * `replaceLines(text, range, linesOf(text, range))` is `text`.
 */
export function linesOf(text: string, range: LineRange): string {
  return splitLines(text)
    .slice(Math.max(range.first - 1, 0), range.last)
    .map((line) => line.text + line.end)
    .join('');
}

/**
 * The text with whole lines replaced. The file's own line ends are used whatever those of the
 * replacement are, and whether the file ends with one stays as it was. An empty replacement
 * removes the lines. Lines that stay the same keep their own ends, in files that mix them too.
 */
export function replaceLines(text: string, range: LineRange, replacement: string): string {
  return spliceLines(splitLines(text), range, replyLines(replacement));
}

/** `replaceLines` for a text and a replacement that are already cut into lines. */
export function spliceLines(
  lines: readonly Line[],
  range: LineRange,
  replacement: readonly string[],
): string {
  const from = Math.min(Math.max(range.first - 1, 0), lines.length);
  const to = Math.min(Math.max(range.last, from), lines.length);
  const end = lineEndOf(lines);
  const kept = keepEqualLines(lines.slice(from, to), replacement, end);
  const result = [...lines.slice(0, from), ...kept, ...lines.slice(to)];
  const open = lines.at(-1)?.end === '';
  return result
    .map((line, index) => {
      // An empty last line without an end would be no line at all.
      const isOpen = open && index === result.length - 1 && line.text !== '';
      return line.text + (isOpen ? '' : line.end || end);
    })
    .join('');
}

/** Line objects for the replacement, the old ones for what it shares with the start and the end. */
function keepEqualLines(
  old: readonly Line[],
  replacement: readonly string[],
  end: Line['end'],
): readonly Line[] {
  const { head, tail } = sharedEdges(textsOf(old), replacement);
  const middle = replacement.slice(head, replacement.length - tail).map((text) => ({ text, end }));
  return [...old.slice(0, head), ...middle, ...old.slice(old.length - tail)];
}

/** How many lines two blocks have in common at their start, and then at their end. */
export function sharedEdges(
  a: readonly string[],
  b: readonly string[],
  same: (left: string, right: string) => boolean = (left, right) => left === right,
): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && same(a[head] ?? '', b[head] ?? '')) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(a.at(-1 - tail) ?? '', b.at(-1 - tail) ?? '')) tail += 1;
  return { head, tail };
}
