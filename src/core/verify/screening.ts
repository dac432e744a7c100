import type { TestReport } from '../api/report';
import type { Baseline } from './baseline';
import { tryPatch, UNTOUCHED, type Bench } from './bench';
import { expectationOf } from './judge';
import { screeningSteps, WHOLE, type ScreeningStep } from './scope';
import { deriveTimeLimit } from './time-limit';

export interface TimedStep extends ScreeningStep {
  /** In milliseconds. */
  readonly timeLimitMs: number;
}

/**
 * Runs each part of the suite that candidates are screened by on the untouched snapshot, to learn how
 * long it takes and whether it says the same as within the suite. A part that does not is left out;
 * if it was the last, the whole suite takes its place.
 */
export async function measureScreening(
  bench: Bench,
  baseline: Baseline,
  timeLimitMs: number,
  signal: AbortSignal,
): Promise<readonly TimedStep[]> {
  const timed: TimedStep[] = [];
  let left: ScreeningStep | undefined;
  for (const step of screeningSteps(baseline)) {
    const limitMs = step.files
      ? await limitOf(bench, baseline, step, timeLimitMs, signal)
      : timeLimitMs;
    left = limitMs === undefined ? step : undefined;
    if (limitMs !== undefined) timed.push({ ...step, timeLimitMs: limitMs });
  }
  return left ? [...timed, { ...WHOLE, timeLimitMs }] : timed;
}

/** Undefined if the part lies. */
async function limitOf(
  bench: Bench,
  baseline: Baseline,
  { scope, files }: ScreeningStep,
  timeMs: number,
  signal: AbortSignal,
): Promise<number | undefined> {
  const report = await tryPatch(bench, { patch: UNTOUCHED, scope, timeMs, fresh: false }, signal);
  if (!saysTheSame(report, baseline, files)) return undefined;
  return Math.min(timeMs, deriveTimeLimit(report.durationMs));
}

function saysTheSame(
  report: TestReport,
  baseline: Baseline,
  files: readonly string[] | undefined,
): boolean {
  if (report.end.kind !== 'completed') return false;
  const outcomes = new Map(report.tests.map(({ id, outcome }) => [id, outcome]));
  const { targets, guards } = expectationOf(baseline, files);
  return [...targets, ...guards].every(({ id, outcome }) => outcomes.get(id) === outcome);
}
