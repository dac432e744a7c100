import { linkAbort } from '../../util/abort';
import type { Trouble } from './trouble';

/** Ends a request when its caller cancels it or when nothing has come for too long. */
export interface Watch {
  /** Aborts on cancellation and on expiry. */
  readonly signal: AbortSignal;
  /** Starts the clock again. */
  expect(phase: 'first-byte' | 'idle', ms: number): void;
  /** Why the signal aborted; undefined if it did not. */
  reason(): Trouble | undefined;
  /** Stops the clock and lets go of the caller's signal. */
  stop(): void;
}

/** Longest delay that a timer of Node can hold. */
const LONGEST = 2 ** 31 - 1;

export function createWatch(caller: AbortSignal): Watch {
  const scope = linkAbort(caller);
  let timer: NodeJS.Timeout | undefined;
  let expired: Trouble | undefined;
  return {
    signal: scope.signal,
    expect(phase, ms) {
      clearTimeout(timer);
      if (scope.signal.aborted) return;
      timer = setTimeout(
        () => {
          expired = { kind: 'timed-out', phase, ms };
          scope.abort();
        },
        Math.min(ms, LONGEST),
      );
    },
    reason: () => (caller.aborted ? { kind: 'cancelled' } : expired),
    stop() {
      clearTimeout(timer);
      scope.release();
    },
  };
}
