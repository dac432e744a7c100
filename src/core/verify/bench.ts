import type { TestScope } from '../api/framework';
import type { Patch } from '../api/patch';
import type { TestReport } from '../api/report';
import type { Sandbox, SandboxPool } from '../api/sandbox';

/** Runs the plan's tests of a scope in a sandbox, within a time limit in milliseconds. */
export type RunTests = (
  sandbox: Sandbox,
  scope: TestScope,
  timeMs: number,
  signal: AbortSignal,
) => Promise<TestReport>;

/** What it takes to test a patch: sandboxes, and the plan's way of running tests in one. */
export interface Bench {
  readonly pool: SandboxPool;
  readonly runTests: RunTests;
}

export interface Trial {
  readonly patch: Patch;
  readonly scope: TestScope;
  readonly timeMs: number;
  /** Asks for a sandbox in which nothing ran before. */
  readonly fresh: boolean;
}

export const UNTOUCHED: Patch = { changes: [] };
export const WHOLE_SUITE: TestScope = { kind: 'all' };

const CANCELLED: TestReport = {
  tests: [],
  end: { kind: 'cancelled' },
  durationMs: 0,
  output: '',
};

/** One test run of one patch in a sandbox of its own; a cancelled one is a report that says so. */
export async function tryPatch(
  bench: Bench,
  trial: Trial,
  signal: AbortSignal,
): Promise<TestReport> {
  const use = async (sandbox: Sandbox) => {
    await sandbox.reset(trial.patch);
    return bench.runTests(sandbox, trial.scope, trial.timeMs, signal);
  };
  try {
    return await bench.pool.lend(use, { fresh: trial.fresh, signal });
  } catch (error) {
    if (signal.aborted) return CANCELLED;
    throw error;
  }
}
