import type { TestReport } from '../api/report';
import type { Baseline } from './baseline';
import { tryPatch, UNTOUCHED, type Bench } from './bench';
import { expectationOf } from './judge';
import { deriveTimeLimit } from './time-limit';

/** The test files that a candidate must get through before the whole suite is run on it. */
export interface Screening {
  readonly files: readonly [string, ...string[]];
  /** Time limit of one screening, in milliseconds. */
  readonly timeLimitMs: number;
}

/** Below this, running the whole suite at once is cheaper than running its targets first. */
const SLOW_SUITE_MS = 3_000;

/**
 * Runs the targets' files of the untouched snapshot by themselves, to learn how long they take and
 * whether they say the same as within the suite. Undefined where screening would not pay or would lie.
 */
export async function measureScreening(
  bench: Bench,
  baseline: Baseline,
  timeLimitMs: number,
  signal: AbortSignal,
): Promise<Screening | undefined> {
  const files = targetFiles(baseline);
  if (!files) return undefined;
  const scope = { kind: 'files', files } as const;
  const trial = { patch: UNTOUCHED, scope, timeMs: timeLimitMs, fresh: false };
  const report = await tryPatch(bench, trial, signal);
  if (!saysTheSame(report, baseline, files)) return undefined;
  return { files, timeLimitMs: Math.min(timeLimitMs, deriveTimeLimit(report.durationMs)) };
}

function saysTheSame(report: TestReport, baseline: Baseline, files: readonly string[]): boolean {
  if (report.end.kind !== 'completed') return false;
  const outcomes = new Map(report.tests.map(({ id, outcome }) => [id, outcome]));
  const { targets, guards } = expectationOf(baseline, files);
  return [...targets, ...guards].every(({ id, outcome }) => outcomes.get(id) === outcome);
}

/** The files of the targets, where all are known and the suite has others. */
function targetFiles(baseline: Baseline): Screening['files'] | undefined {
  if (baseline.durationMs < SLOW_SUITE_MS) return undefined;
  const files = new Set<string>();
  for (const { file } of baseline.targets) {
    if (file === undefined) return undefined;
    files.add(file);
  }
  const [first, ...others] = [...files].sort();
  const all = new Set(baseline.guards.map(({ file }) => file));
  const narrower = [...all].some((file) => file === undefined || !files.has(file));
  return first !== undefined && narrower ? [first, ...others] : undefined;
}
