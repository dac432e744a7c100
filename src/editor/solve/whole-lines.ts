import type { LineRange } from '../../core/api/task';

/** A selection as the editor has it: lines and characters counted from 0. */
export interface Span {
  readonly start: { readonly line: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * The whole lines that a selection touches, 1-based and inclusive. A selection that ends before the
 * first character of a line does not touch that line.
 */
export function wholeLines({ start, end }: Span): LineRange {
  const reachesBack = end.character === 0 && end.line > start.line;
  return { first: start.line + 1, last: reachesBack ? end.line : end.line + 1 };
}
