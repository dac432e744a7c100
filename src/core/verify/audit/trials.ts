import type { TestScope } from '../../api/framework';
import type { Patch } from '../../api/patch';
import type { Baseline } from '../baseline';
import { tryPatch, type Bench } from '../bench';
import { expectationOf, judge, type Expectation } from '../judge';
import type { Measured } from '../measure';

/** What changes of the selected code are tried on. */
export interface TrialBench {
  readonly bench: Bench;
  readonly scope: TestScope;
  readonly expected: Expectation;
  /** Limit of one trial, in milliseconds. */
  readonly timeMs: number;
  /** Trials at a time. */
  readonly workers: number;
}

export interface Tried<T> {
  readonly tried: readonly T[];
  /** Those of them with which every expected test passes. */
  readonly passing: readonly T[];
}

/**
 * Trials of changes to the selection: only the test files that exercise it are run, and of those no
 * more than it takes to see a failure.
 */
export function createTrialBench(
  bench: Bench,
  { baseline, timeLimitMs, serial, screening }: Extract<Measured, { kind: 'measured' }>,
  workers: number,
): TrialBench {
  const files = screening?.stage === 'related' ? screening.files : exercisingFiles(baseline);
  // Where a test fails whatever the selection does, the first failure decides nothing.
  const bail = baseline.unrelated.length === 0 && baseline.flaky.length === 0;
  return {
    bench,
    scope: files ? { kind: 'files', files, bail } : { kind: 'all', bail },
    expected: expectationOf(baseline, files),
    // A change that makes the code loop should cost little; it has been noticed then.
    timeMs: Math.min(timeLimitMs, Math.round(2 * baseline.durationMs + 1_500)),
    workers: serial ? 1 : workers,
  };
}

/** Tries one change after the other, several at a time, until the signal ends it. */
export async function tryEach<T extends { readonly patch: Patch }>(
  changes: readonly T[],
  { bench, scope, expected, timeMs, workers }: TrialBench,
  signal: AbortSignal,
): Promise<Tried<T>> {
  const tried = new Set<T>();
  const passing = new Set<T>();
  let next = 0;
  const work = async () => {
    for (let change = changes[next++]; change && !signal.aborted; change = changes[next++]) {
      const trial = { patch: change.patch, scope, timeMs, fresh: false };
      const report = await tryPatch(bench, trial, signal);
      if (report.end.kind === 'cancelled') return;
      tried.add(change);
      if (judge(report, expected).kind === 'passed') passing.add(change);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return {
    tried: changes.filter((change) => tried.has(change)),
    passing: changes.filter((change) => passing.has(change)),
  };
}

/** Files of the tests that the selection matters to; undefined where that is not known of every one. */
export function exercisingFiles(baseline: Baseline): readonly [string, ...string[]] | undefined {
  if (!baseline.exercising) return undefined;
  const exercising = new Set(baseline.exercising);
  const tests = [...baseline.targets, ...baseline.guards.filter(({ id }) => exercising.has(id))];
  const files = new Set<string>();
  for (const { file } of tests) {
    if (file === undefined) return undefined;
    files.add(file);
  }
  const [first, ...others] = [...files].sort();
  return first === undefined ? undefined : [first, ...others];
}
