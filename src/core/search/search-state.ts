import type { ModelFailure } from '../api/model';
import type { Progress } from '../api/strategy';
import type { Ledger } from './ledger';

/** What a search has seen so far; owned by one search. */
export interface SearchState {
  started: number;
  finished: number;
  /** Samples that brought a reply, usable or not. */
  replies: number;
  failures: number;
  exhausted: boolean;
  /** Why the search ends or ended; the first reason stays. */
  ending: string | undefined;
  failure: ModelFailure | undefined;
  /** Ends the search now: what is in flight is aborted. */
  stop(reason: string): void;
}

export function createSearchState(abort: () => void): SearchState {
  return {
    started: 0,
    finished: 0,
    replies: 0,
    failures: 0,
    exhausted: false,
    ending: undefined,
    failure: undefined,
    stop(reason) {
      this.ending ??= reason;
      abort();
    },
  };
}

export function progressOf(state: SearchState, ledger: Ledger): Progress {
  return {
    samplesStarted: state.started,
    samplesFinished: state.finished,
    judged: ledger.results(),
    exhausted: state.exhausted,
  };
}
