import type { Behaviour } from './api/behaviour';
import type { EventBody } from './api/events';
import type { TestResult } from './api/report';
import type { SandboxKind } from './api/sandbox';
import type { FailingTest } from './api/task';
import type { AuditParts, RunParts, TestingParts } from './run-parts';
import type { Selection } from './select-by-behaviour';
import { gradeTests, type Findings } from './verify/audit/grade';
import type { Measured } from './verify/measure';

export function started(parts: RunParts): EventBody {
  return {
    type: 'run-started',
    task: parts.task,
    workspace: parts.workspace,
    model: { name: parts.model.name, provider: parts.model.provider },
    strategy: parts.strategy.id,
    stop: parts.stopMode,
    budget: parts.budget,
  };
}

/** An audit asks no model for anything. */
export function auditStarted({ task, workspace }: AuditParts): EventBody {
  return {
    type: 'run-started',
    mode: 'audit',
    task,
    workspace,
    model: { name: 'no model', provider: 'none' },
    strategy: 'best-of-n',
    stop: 'thorough',
    budget: { samples: 0 },
  };
}

export function snapshot({ snapshot: taken, snapshotMs, task, problem }: TestingParts): EventBody {
  return {
    type: 'snapshot-taken',
    root: taken.root,
    digest: taken.digest,
    files: taken.files.length,
    base: { path: task.file, text: problem.text },
    durationMs: snapshotMs,
  };
}

/** `recalledFrom` is the time of the measurement where it is not of this run. */
export function baseline(
  measured: Extract<Measured, { kind: 'measured' }>,
  recalledFrom: string | undefined,
): EventBody {
  const { targets, guards, skipped, flaky, unrelated, within, durationMs } = measured.baseline;
  return {
    type: 'baseline-finished',
    targets: failing(targets),
    guards: guards.length,
    skipped: skipped.length,
    flaky,
    unrelated: [...unrelated, ...within],
    durationMs,
    timeLimitMs: measured.timeLimitMs,
    ...(recalledFrom !== undefined && { measuredAt: recalledFrom }),
  };
}

export function audit(findings: Findings): EventBody {
  const { baseline: known, stubs, mutants } = findings;
  return {
    type: 'audit-finished',
    ...(known.exercising && { exercising: known.exercising.length }),
    ...gradeTests(findings),
    ...(stubs && { stubs }),
    ...(mutants && { mutants }),
  };
}

/** Ids in order of trust. */
export function selection({ ranking, behaviour }: Selection): EventBody {
  return {
    type: 'selection-finished',
    ranking: ranking.map(({ id }) => id),
    reason: reasonOf(ranking.length, behaviour),
    ...(behaviour && { behaviour }),
  };
}

function reasonOf(passed: number, behaviour: Behaviour | undefined): string {
  if (passed === 1) return 'it is the only one that passed';
  const byVotes = 'by the number of samples that wrote the same patch, then by arrival';
  return behaviour && behaviour.clusters.length > 0
    ? `ordered by the number of samples whose patches behave alike, then ${byVotes}`
    : `ordered ${byVotes}`;
}

/** Failing tests as the model and the user are told about them. */
export function failing(tests: readonly TestResult[]): readonly FailingTest[] {
  return tests.map(({ id, file, message }) => ({
    id,
    ...(file !== undefined && { file }),
    message: message ?? '',
  }));
}

/** A second kind of sandbox is tried, because the tests do not run in the first. */
export function nextSandbox(kind: SandboxKind, reason: string): EventBody {
  const [first = ''] = reason.split('\n');
  return {
    type: 'warning',
    message: `The tests do not run in the ${kind} sandbox, so a copy of the project is tried. ${first}`,
  };
}
