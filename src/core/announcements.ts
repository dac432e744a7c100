import type { Candidate } from './api/candidate';
import type { EventBody } from './api/events';
import type { TestResult } from './api/report';
import type { FailingTest } from './api/task';
import type { RunParts } from './run-parts';
import type { Baseline } from './verify/baseline';
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

export function snapshot({ snapshot: taken, snapshotMs, task, problem }: RunParts): EventBody {
  return {
    type: 'snapshot-taken',
    root: taken.root,
    digest: taken.digest,
    files: taken.files.length,
    base: { path: task.file, text: problem.text },
    durationMs: snapshotMs,
  };
}

export function baseline(measured: Extract<Measured, { kind: 'measured' }>): EventBody {
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
  };
}

/** `blind` says why the tests cannot judge, or is undefined if they can. */
export function audit({ exercising }: Baseline, blind: string | undefined): EventBody {
  const tried =
    exercising === undefined
      ? 'the selection could not be made to throw, so it is not known which tests exercise it'
      : `${exercising.length} ${exercising.length === 1 ? 'test notices' : 'tests notice'} when the selection throws`;
  return {
    type: 'audit-finished',
    ...(exercising && { exercising: exercising.length }),
    sound: blind === undefined,
    reasons: blind === undefined ? [tried] : [tried, blind],
  };
}

/** Ids in order of trust. */
export function selection(ranking: readonly Candidate[]): EventBody {
  return {
    type: 'selection-finished',
    ranking: ranking.map(({ id }) => id),
    reason:
      ranking.length === 1
        ? 'it is the only one that passed'
        : 'ordered by the number of samples that wrote the same patch, then by arrival',
  };
}

/** Failing tests as the model and the user are told about them. */
export function failing(tests: readonly TestResult[]): readonly FailingTest[] {
  return tests.map(({ id, file, message }) => ({
    id,
    ...(file !== undefined && { file }),
    message: message ?? '',
  }));
}
