import pLimit from 'p-limit';
import type { ModelFailure } from '../api/model';
import type { Wave } from '../api/strategy';
import { linkAbort } from '../util/abort';
import { drawSample } from './draw-sample';
import { examineReply } from './examine-reply';
import { createSearchState, progressOf, type SearchState } from './search-state';
import type { SearchParts } from './search-parts';

export interface SearchResult {
  /** Why no further sample was taken. */
  readonly reason: string;
  /** Set if the model's failures ended the search or left it without any reply. */
  readonly failure: ModelFailure | undefined;
}

/**
 * Samples and verifies at the same time, until the strategy, the stop rule, the budget or the model
 * comes to an end. The candidates and their verdicts are in the ledger then.
 */
export async function search(parts: SearchParts, outer: AbortSignal): Promise<SearchResult> {
  const scope = linkAbort(outer);
  const state = createSearchState(() => scope.abort());
  const runWave = createWaveRunner(parts, state, scope.signal);
  let number = 0;
  for await (const wave of parts.strategy.waves(() => progressOf(state, parts.ledger))) {
    if (scope.signal.aborted || state.exhausted) break;
    await runWave(wave, ++number);
  }
  scope.release();
  const failed = state.replies === 0 || state.failure?.fatal === true;
  return {
    reason: state.ending ?? (outer.aborted ? 'the deadline passed' : 'all samples were taken'),
    failure: failed ? state.failure : undefined,
  };
}

function createWaveRunner(parts: SearchParts, state: SearchState, signal: AbortSignal) {
  const { concurrency, workers } = parts.sampling;
  // A sample keeps its place until its verdict, so sampling runs ahead of verification only so far.
  const inFlight = pLimit(concurrency + workers);
  const sampling = pLimit(concurrency);
  const verifying = pLimit(workers);

  return async (wave: Wave, number: number): Promise<void> => {
    const { emit } = parts;
    if (wave.parents) emit({ type: 'repair-started', wave: number, parents: wave.parents });
    emit({ type: 'wave-started', wave: number, size: wave.size, reason: wave.reason });
    const one = async () => {
      const reply = await sampling(() => drawSample(parts, state, wave, number, signal));
      if (reply) await examineReply(parts, state, reply, verifying, signal);
    };
    await Promise.all(Array.from({ length: wave.size }, () => inFlight(one)));
  };
}
