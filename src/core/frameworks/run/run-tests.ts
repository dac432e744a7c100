import { randomBytes } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlannedCommand, TestFramework, TestPlan, TestScope } from '../../api/framework';
import type { ProcessLimits, ProcessOutcome } from '../../api/process';
import type { TestReport } from '../../api/report';
import type { Sandbox } from '../../api/sandbox';
import { commandFor } from '../command';
import { commandLine } from '../display';
import { readBounded } from './read-bounded';
import { lastWords, toReport } from './to-report';

export interface TestRun {
  readonly sandbox: Sandbox;
  readonly plan: TestPlan;
  readonly framework: TestFramework;
  readonly scope: TestScope;
  /** For the preparation and the tests together. */
  readonly limits: ProcessLimits;
  readonly signal: AbortSignal;
}

/** Room for a report on stdout, in bytes. */
const STDOUT_REPORT_BYTES = 16 * 1024 * 1024;

/**
 * Runs a plan's preparation and then its tests in a sandbox, and reads the report. The report's path
 * is new and unguessable each time, so that nothing earlier can be taken for it. Never throws for what
 * the tests or their runner do.
 */
export async function runTests(run: TestRun): Promise<TestReport> {
  const { plan, sandbox, scope, limits } = run;
  const startedAt = Date.now();
  const left = (): ProcessLimits => ({
    ...limits,
    timeMs: Math.max(1, limits.timeMs - (Date.now() - startedAt)),
  });
  for (const step of plan.prepare) {
    const outcome = await execute(run, step, left());
    const failed = prepareFailure(step, outcome, limits);
    if (failed) return { ...failed, durationMs: Date.now() - startedAt };
  }
  const framework = plan.framework === 'command' ? commandFor(plan) : run.framework;
  const reportFile = join(sandbox.scratch, `report-${randomBytes(12).toString('hex')}`);
  const { command, report } = framework.command(plan, scope, reportFile);
  const room = report === 'stdout' ? STDOUT_REPORT_BYTES : 0;
  const asked = left();
  const outcome = await execute(run, command, {
    ...asked,
    outputBytes: Math.max(asked.outputBytes, room),
  });
  const text =
    (await readBounded(reportFile)) ?? (report === 'stdout' ? outcome.stdout : undefined);
  const root = await realpath(sandbox.root).catch(() => sandbox.root);
  const { cwd, packagePath } = plan;
  const place = { root, cwd, ...(packagePath !== undefined && { packagePath }) };
  const read = framework.read({ text, outcome, ...place });
  const result = toReport(read, outcome);
  const end =
    result.end.kind === 'timed-out' ? { ...result.end, limitMs: limits.timeMs } : result.end;
  return { ...result, end, durationMs: Date.now() - startedAt };
}

function execute(
  { sandbox, plan, signal }: TestRun,
  { argv, env }: PlannedCommand,
  limits: ProcessLimits,
): Promise<ProcessOutcome> {
  return sandbox.run({ argv, env, cwd: plan.cwd, limits }, signal);
}

/** The report of a run whose preparation did not succeed; undefined where it did. */
function prepareFailure(
  step: PlannedCommand,
  outcome: ProcessOutcome,
  limits: ProcessLimits,
): TestReport | undefined {
  const { end } = outcome;
  if (end.kind === 'exited' && end.code === 0) return undefined;
  const nothing = toReport({ tests: [], complete: false }, outcome);
  if (end.kind === 'timed-out')
    return { ...nothing, end: { kind: 'timed-out', limitMs: limits.timeMs } };
  if (end.kind === 'cancelled' || nothing.end.kind === 'out-of-memory') return nothing;
  const detail = end.kind === 'not-started' ? end.reason : lastWords(outcome);
  return { ...nothing, end: { kind: 'prepare-failed', command: commandLine(step), detail } };
}
