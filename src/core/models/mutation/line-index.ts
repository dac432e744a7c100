import type { LineRange } from '../../api/task';

/** Where the lines of a text are. */
export interface LineIndex {
  /** 1-based line of an index into the text. */
  lineAt(index: number): number;
  /** Lines as indices, the end of the last one left out. */
  boundsOf(range: LineRange): { readonly start: number; readonly end: number };
}

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    lineAt(index) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= index) low = middle;
        else high = middle - 1;
      }
      return low + 1;
    },
    boundsOf: ({ first, last }) => ({
      start: starts[first - 1] ?? text.length,
      end: (starts[last] ?? text.length + 1) - 1,
    }),
  };
}
