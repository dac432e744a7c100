import { formatPatch, structuredPatch } from 'diff';
import type { FileChange, Patch } from '../api/patch';

/**
 * The patch as a unified diff in git's style: `a/…` and `b/…` names, three lines of context, files
 * without a change left out. `git apply` takes it.
 */
export function unifiedDiff(patch: Patch): string {
  return patch.changes.map(fileDiff).join('');
}

function fileDiff(change: FileChange): string {
  if (change.before === change.after) return '';
  const names = [`a/${change.path}`, `b/${change.path}`] as const;
  const parsed = structuredPatch(...names, change.before, change.after, undefined, undefined, {
    context: 3,
  });
  return formatPatch({ ...parsed, isGit: true });
}
