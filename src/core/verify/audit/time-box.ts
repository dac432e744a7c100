import { linkAbort, type LinkedAbort } from '../../util/abort';

/**
 * A whole audit takes less than three runs of the tests: the first run, the sabotaged one, and what
 * is left for trials; the rest up to three is for starting and tidying up.
 */
const AUDIT_RUNS = 2.8;

/** Where one run takes no time, this much is spent all the same, so that something can be tried. */
const AUDIT_FLOOR_MS = 4_000;

/** Before a run samples, stubs may take as long as the tests of the untouched project do. */
const STUB_RUNS = 1;
/** After a winner is confirmed, changes of its lines may take this many runs of the tests. */
const WINNER_RUNS = 1.5;
const PROBE_FLOOR_MS = 2_000;
/** To compare how candidates behave, which takes a run for the inputs and one for each of them. */
const BEHAVIOUR_RUNS = 1.5;
const BEHAVIOUR_FLOOR_MS = 20_000;

/** What is left of a whole audit for trials, in milliseconds. */
export function auditBudget(baselineMs: number, elapsedMs: number): number {
  return Math.max(0, Math.max(AUDIT_FLOOR_MS, AUDIT_RUNS * baselineMs) - elapsedMs);
}

/** For stubs before a run samples, in milliseconds. */
export function stubBudget(baselineMs: number): number {
  return Math.max(PROBE_FLOOR_MS, STUB_RUNS * baselineMs);
}

/** For changes of a winner's lines, in milliseconds. */
export function winnerBudget(baselineMs: number): number {
  return Math.max(PROBE_FLOOR_MS, WINNER_RUNS * baselineMs);
}

/** For comparing the candidates that passed, in milliseconds. */
export function behaviourBudget(baselineMs: number): number {
  return Math.max(BEHAVIOUR_FLOOR_MS, BEHAVIOUR_RUNS * baselineMs);
}

/** An abort scope that ends with its parent, or when its time is over. */
export function timeBox(ms: number, parent: AbortSignal): LinkedAbort {
  const box = linkAbort(parent);
  if (ms <= 0) box.abort();
  const timer = setTimeout(() => box.abort(), ms);
  return {
    signal: box.signal,
    abort: () => box.abort(),
    release: () => {
      clearTimeout(timer);
      box.release();
    },
  };
}
