import type { Candidate } from '../api/candidate';
import type { EventBody } from '../api/events';
import type { Verdict } from '../api/verdict';
import type { Verifier } from './verifier';

/**
 * Confirms the ranked candidates one after the other in fresh sandboxes, and returns the first that
 * passes again. One that does not is flaky: it can never win.
 */
export async function confirmFirst(
  verifier: Verifier,
  ranked: readonly Candidate[],
  emit: (event: EventBody) => void,
  signal: AbortSignal,
): Promise<Candidate | undefined> {
  for (const candidate of ranked) {
    emit({ type: 'verification-started', candidate: candidate.id, stage: 'confirmation' });
    const verdict = await verifier.confirm(candidate.patch, signal);
    if (signal.aborted) return undefined;
    if (verdict.kind === 'passed') {
      emit({ type: 'winner-confirmed', candidate: candidate.id, verdict });
      return candidate;
    }
    emit({
      type: 'verdict',
      candidate: candidate.id,
      sample: candidate.samples[0] ?? '',
      verdict: { kind: 'flaky', tests: disagreeing(verdict) },
    });
  }
  return undefined;
}

/** The tests that passed once and not again. */
function disagreeing(verdict: Verdict): readonly string[] {
  switch (verdict.kind) {
    case 'failed':
      return verdict.failures.map(({ id }) => id);
    case 'regressed':
      return verdict.broken.map(({ id }) => id);
    case 'incomplete':
      return verdict.missing;
    default:
      return [];
  }
}
