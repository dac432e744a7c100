import { structuredPatch } from 'diff';
import type { LineRange } from '../api/task';

/** The lines of `after` that differ from `before`; where lines only went, those on either side. */
export function changedLines(before: string, after: string): readonly LineRange[] {
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context: 0 });
  const last = after.split('\n').length;
  return hunks.map(({ newStart, newLines }) =>
    newLines > 0
      ? { first: newStart, last: newStart + newLines - 1 }
      : { first: Math.max(1, newStart), last: Math.min(last, newStart + 1) },
  );
}
