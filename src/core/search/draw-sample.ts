import type { SampleEnd, SampleRequest } from '../api/model';
import type { Wave } from '../api/strategy';
import type { Reservation } from './meter';
import type { SearchParts } from './search-parts';
import type { SearchState } from './search-state';
import { takeSample } from './take-sample';

/** A whole reply of the model. */
export interface Reply {
  readonly sample: string;
  readonly answer: string;
}

/** Failures with no reply at all after which a model is given up. */
const HOPELESS_FAILURES = 4;

/**
 * Draws the next sample within the budget. Undefined if there is none to draw or it brought no
 * whole reply; what that means for the search is in its state then.
 */
export async function drawSample(
  parts: SearchParts,
  state: SearchState,
  wave: Wave,
  waveNumber: number,
  signal: AbortSignal,
): Promise<Reply | undefined> {
  if (signal.aborted || state.exhausted) return undefined;
  const share = parts.meter.reserve();
  if (share.kind === 'spent') {
    state.ending ??= `the budget of ${share.limit} is used up`;
    return undefined;
  }
  const index = state.started++;
  const sample = `s${index + 1}`;
  const { emit, model } = parts;
  emit({ type: 'sample-started', sample, wave: waveNumber, model: model.name });
  const request = requestFor(parts, wave, index, share);
  const { answer, end, usage } = await takeSample(model, request, sample, emit, signal);
  share.settle(usage);
  state.finished++;
  emit({ type: 'budget-updated', spending: parts.meter.spending() });
  note(parts, state, sample, end);
  return end.kind === 'complete' ? { sample, answer } : undefined;
}

function requestFor(
  { problem, sampling }: SearchParts,
  wave: Wave,
  index: number,
  { maxTokens }: Reservation,
): SampleRequest {
  const { temperature } = sampling;
  const effort = wave.effort ?? sampling.effort;
  return {
    problem: wave.attempts.length > 0 ? { ...problem, attempts: wave.attempts } : problem,
    index,
    seed: sampling.seed + index,
    ...(temperature !== undefined && { temperature }),
    ...(effort !== undefined && { effort }),
    ...(maxTokens !== undefined && { maxTokens }),
  };
}

/** What the way a sample ended means for the search. */
function note(parts: SearchParts, state: SearchState, sample: string, end: SampleEnd): void {
  switch (end.kind) {
    case 'complete':
      state.replies++;
      break;
    case 'truncated':
      state.replies++;
      parts.emit({
        type: 'verdict',
        sample,
        verdict: {
          kind: 'malformed',
          reason: 'the token limit cut the reply off before its patch was complete',
        },
      });
      break;
    case 'exhausted':
      state.exhausted = true;
      state.ending ??= 'the model has no further candidate';
      break;
    case 'failed':
      state.failures++;
      state.failure = end.failure;
      if (end.failure.fatal || (state.replies === 0 && state.failures >= HOPELESS_FAILURES))
        state.stop(end.failure.message);
      break;
    case 'cancelled':
      break;
  }
}
