import type { Candidate } from '../api/candidate';
import type { EventBody } from '../api/events';
import type { Verifier } from './verifier';

/**
 * Confirms the ranked candidates one after the other in fresh sandboxes, and returns the first that
 * passes again. One that does not can never win.
 */
export async function confirmFirst(
  verifier: Verifier,
  ranked: readonly Candidate[],
  emit: (event: EventBody) => void,
  signal: AbortSignal,
): Promise<Candidate | undefined> {
  for (const candidate of ranked) {
    const { id, patch, samples } = candidate;
    emit({ type: 'verification-started', candidate: id, stage: 'confirmation' });
    const verdict = await verifier.confirm(patch, signal);
    if (signal.aborted) return undefined;
    if (verdict.kind === 'passed') {
      emit({ type: 'winner-confirmed', candidate: id, verdict });
      return candidate;
    }
    emit({ type: 'verdict', candidate: id, sample: samples[0] ?? '', verdict });
  }
  return undefined;
}
