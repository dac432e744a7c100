import type { Failure, Verdict } from '../api/verdict';
import type { Baseline } from './baseline';

/**
 * The verdict of a candidate that passed its screening and not its confirmation. It is flaky if a
 * test that was run both times disagrees with itself, or if nothing but the runner's end differs
 * although all tests were screened; else it is what the confirmation found.
 */
export function afterConfirmation(
  again: Verdict,
  { targets, guards }: Baseline,
  screenedFiles: readonly string[] | undefined,
): Verdict {
  const files = new Map([...targets, ...guards].map(({ id, file }) => [id, file]));
  const wasScreened = (id: string) => {
    if (screenedFiles === undefined) return true;
    const file = files.get(id);
    return file !== undefined && screenedFiles.includes(file);
  };
  const disagreeing = differing(again).filter(wasScreened);
  const endsDiffer = screenedFiles === undefined && differing(again).length === 0;
  return disagreeing.length > 0 || endsDiffer ? { kind: 'flaky', tests: disagreeing } : again;
}

/** The tests that were expected to pass and did not. */
function differing(verdict: Verdict): readonly string[] {
  const ids = (failures: readonly Failure[]) => failures.map(({ id }) => id);
  switch (verdict.kind) {
    case 'failed':
      return ids(verdict.failures);
    case 'regressed':
      return ids(verdict.broken);
    case 'incomplete':
      return verdict.missing;
    default:
      return [];
  }
}
