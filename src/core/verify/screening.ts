import type { TestReport, TestResult } from '../api/report';
import type { Baseline } from './baseline';
import { tryPatch, UNTOUCHED, type Bench } from './bench';
import { expectationOf } from './judge';
import { deriveTimeLimit } from './time-limit';

/** The test files that a candidate must get through before, or instead of, the whole suite. */
export interface Screening {
  /**
   * `related`: all files with tests that exercise the selection; the rest of the suite is left to the
   * confirmation, and counts as nothing until then. `targets`: those of the failing tests, where it is
   * not known which others exercise it; the whole suite follows.
   */
  readonly stage: 'related' | 'targets';
  readonly files: readonly [string, ...string[]];
  /** Time limit of one screening, in milliseconds. */
  readonly timeLimitMs: number;
}

/** Below this, running the whole suite at once is cheaper than running a part of it first. */
const SLOW_SUITE_MS = 3_000;

/**
 * Runs the screening's files of the untouched snapshot by themselves, to learn how long they take and
 * whether they say the same as within the suite. Undefined where screening would not pay or would lie.
 */
export async function measureScreening(
  bench: Bench,
  baseline: Baseline,
  timeLimitMs: number,
  signal: AbortSignal,
): Promise<Screening | undefined> {
  const chosen = chooseFiles(baseline);
  if (!chosen) return undefined;
  const { files } = chosen;
  const scope = { kind: 'files', files } as const;
  const trial = { patch: UNTOUCHED, scope, timeMs: timeLimitMs, fresh: false };
  const report = await tryPatch(bench, trial, signal);
  if (!saysTheSame(report, baseline, files)) return undefined;
  return { ...chosen, timeLimitMs: Math.min(timeLimitMs, deriveTimeLimit(report.durationMs)) };
}

function saysTheSame(report: TestReport, baseline: Baseline, files: readonly string[]): boolean {
  if (report.end.kind !== 'completed') return false;
  const outcomes = new Map(report.tests.map(({ id, outcome }) => [id, outcome]));
  const { targets, guards } = expectationOf(baseline, files);
  return [...targets, ...guards].every(({ id, outcome }) => outcomes.get(id) === outcome);
}

function chooseFiles(baseline: Baseline): Omit<Screening, 'timeLimitMs'> | undefined {
  const { targets, guards, exercising, durationMs } = baseline;
  if (durationMs < SLOW_SUITE_MS) return undefined;
  const all = new Set(guards.map(({ file }) => file));
  const noticing = new Set(exercising);
  const related = filesOf([...targets, ...guards.filter(({ id }) => noticing.has(id))]);
  if (exercising && related && isNarrower(related, all))
    return { stage: 'related', files: related };
  const own = filesOf(targets);
  return own && isNarrower(own, all) ? { stage: 'targets', files: own } : undefined;
}

/** Sorted; undefined if there are none, or a test does not say in which file it stands. */
function filesOf(tests: readonly TestResult[]): Screening['files'] | undefined {
  const files = new Set<string>();
  for (const { file } of tests) {
    if (file === undefined) return undefined;
    files.add(file);
  }
  const [first, ...others] = [...files].sort();
  return first === undefined ? undefined : [first, ...others];
}

function isNarrower(files: readonly string[], all: ReadonlySet<string | undefined>): boolean {
  return [...all].some((file) => file === undefined || !files.includes(file));
}
