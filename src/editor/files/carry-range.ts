import type { LineRange } from '../../core/api/task';
import { minimalEdit } from './minimal-edit';

/**
 * Where lines of an earlier text stand in the present one: moved by what was inserted or removed
 * above them, widened or narrowed by what changed within them.
 */
export function carryRange(range: LineRange, before: string, after: string): LineRange {
  if (before === after) return range;
  const { start, end, text } = minimalEdit(before, after);
  // A change that ends before the first character of a line leaves that line alone.
  const changedLast = end.character === 0 ? end.line : end.line + 1;
  const added = text.split('\n').length - 1 - (end.line - start.line);
  const first = changedLast < range.first ? range.first + added : range.first;
  const last = start.line + 1 > range.last ? range.last : range.last + added;
  const lines = after.split('\n').length;
  const low = clamp(first, 1, lines);
  return { first: low, last: clamp(last, low, lines) };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
