import type { Patch } from '../api/patch';
import type { TestReport } from '../api/report';
import { isAborted } from '../util/abort';
import { splitBaseline, type Baseline } from './baseline';
import { tryPatch, UNTOUCHED, WHOLE_SUITE, type Bench } from './bench';
import { measureScreening, type Screening } from './screening';
import { deriveTimeLimit } from './time-limit';
import { whyUnusable } from './unusable';

/** Limit of the first run, of which nothing is known yet. */
const FIRST_RUN_MS = 10 * 60_000;

/** A suite that takes longer is run once only: flaky tests then show when a winner is confirmed. */
export const QUICK_SUITE_MS = 15_000;

/** What is measured, and how. */
export interface MeasurePlan {
  /** The file that holds the selection. */
  readonly selected: string;
  /** Makes the selection throw; undefined where none can be made. */
  readonly sabotage: Patch | undefined;
  /** The user's own time limit; derived where absent. */
  readonly testTimeoutMs: number | undefined;
  /** A suite up to this is run twice, so that flaky tests show. */
  readonly quickSuiteMs: number;
  /** Whether candidates will be screened: then failing tests are what is to be repaired. */
  readonly screens: boolean;
}

export type Measured =
  | {
      readonly kind: 'measured';
      readonly baseline: Baseline;
      /** Time limit of one verification, in milliseconds. */
      readonly timeLimitMs: number;
      /** What to run before, or instead of, the whole suite, where that pays. */
      readonly screening: Screening | undefined;
      /** Two suites at a time got in each other's way, so tests must run one at a time. */
      readonly serial: boolean;
      /** Of the selection that throws; undefined where none could be made. */
      readonly sabotaged: TestReport | undefined;
    }
  | { readonly kind: 'unusable'; readonly reason: string }
  | { readonly kind: 'cancelled' };

/** Runs the tests of the untouched snapshot (twice if that is quick) and of the sabotaged one. */
export async function measureBaseline(
  bench: Bench,
  { selected, sabotage, testTimeoutMs: timeoutMs, quickSuiteMs, screens }: MeasurePlan,
  signal: AbortSignal,
): Promise<Measured> {
  const run = (patch: Patch, timeMs: number) =>
    tryPatch(bench, { patch, scope: WHOLE_SUITE, timeMs, fresh: false }, signal);

  const first = await run(UNTOUCHED, timeoutMs ?? FIRST_RUN_MS);
  if (signal.aborted) return { kind: 'cancelled' };
  const reason = whyUnusable(first);
  if (reason !== undefined) return { kind: 'unusable', reason };

  const timeLimitMs = timeoutMs ?? deriveTimeLimit(first.durationMs);
  const runSecond = () =>
    first.durationMs <= quickSuiteMs ? run(UNTOUCHED, timeLimitMs) : undefined;
  const runSabotaged = () => (sabotage ? run(sabotage, timeLimitMs) : undefined);

  let [second, sabotaged] = await Promise.all([runSecond(), runSabotaged()]);
  const serial = [second, sabotaged].some((report) => report && collided(report, first));
  if (serial) {
    second = await runSecond();
    sabotaged = await runSabotaged();
  }
  if (isAborted(signal)) return { kind: 'cancelled' };
  const baseline = splitBaseline({
    first,
    ...(second && { second }),
    ...(sabotaged && { sabotaged }),
    selected,
    strictly: !screens,
  });
  const slowest = Math.max(first.durationMs, second?.durationMs ?? 0);
  const limitMs = timeoutMs ?? deriveTimeLimit(slowest);
  const screening = screens ? await measureScreening(bench, baseline, limitMs, signal) : undefined;
  if (isAborted(signal)) return { kind: 'cancelled' };
  return { kind: 'measured', baseline, timeLimitMs: limitMs, screening, serial, sabotaged };
}

const COLLISION = /EADDRINUSE|address already in use|port \d+ is (already )?in use/i;

/** Whether a run failed only because another one held the same port. */
function collided(report: TestReport, alone: TestReport): boolean {
  const hits = ({ tests, output }: TestReport) =>
    COLLISION.test(output) || tests.some(({ message }) => COLLISION.test(message ?? ''));
  return hits(report) && !hits(alone);
}
