import { randomBytes } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  PlannedCommand,
  ReadTests,
  TestFramework,
  TestPlan,
  TestScope,
} from '../../api/framework';
import type { ProcessLimits, ProcessOutcome } from '../../api/process';
import type { TestReport } from '../../api/report';
import type { Sandbox } from '../../api/sandbox';
import { commandFor } from '../command';
import { commandLine } from '../display';
import { readBounded, type BoundedText } from '../../util/read-bounded';
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

const NOTHING_READ: ReadTests = { tests: [], complete: false };

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
  const asked = left();
  const room = Math.max(asked.outputBytes, report === 'stdout' ? STDOUT_REPORT_BYTES : 0);
  const outcome = await execute(run, command, { ...asked, outputBytes: room });
  const found = await findReport(reportFile, report, outcome, room);
  const root = await realpath(sandbox.root).catch(() => sandbox.root);
  const { cwd, packagePath } = plan;
  const place = { root, cwd, ...(packagePath !== undefined && { packagePath }) };
  const text = found.kind === 'text' ? found.text : undefined;
  // What is too large is not even tried: without a text, a reader looks elsewhere for what it says.
  const result =
    found.kind === 'too-large'
      ? tooLargeReport(found.limitBytes, outcome)
      : toReport(framework.read({ text, outcome, ...place }), outcome);
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

/** The report's text: of its file, else of stdout, of which the middle is lost beyond `room` bytes. */
async function findReport(
  path: string,
  place: 'file' | 'stdout',
  { stdout }: ProcessOutcome,
  room: number,
): Promise<BoundedText> {
  const inFile = await readBounded(path);
  if (inFile.kind !== 'none' || place === 'file') return inFile;
  return Buffer.byteLength(stdout) > room
    ? { kind: 'too-large', limitBytes: room }
    : { kind: 'text', text: stdout };
}

/** A run whose report is too large has no result, however it ended. */
function tooLargeReport(limitBytes: number, outcome: ProcessOutcome): TestReport {
  const report = toReport(NOTHING_READ, outcome);
  if (report.end.kind !== 'crashed' && report.end.kind !== 'not-started') return report;
  const detail = `Its report is larger than ${limitBytes / 1024 ** 2} MiB, more than Winnow reads. Let the tests print less, or name a command for fewer tests.`;
  return { ...report, end: { kind: 'crashed', detail } };
}

/** The report of a run whose preparation did not succeed; undefined where it did. */
function prepareFailure(
  step: PlannedCommand,
  outcome: ProcessOutcome,
  limits: ProcessLimits,
): TestReport | undefined {
  const { end } = outcome;
  if (end.kind === 'exited' && end.code === 0) return undefined;
  const nothing = toReport(NOTHING_READ, outcome);
  if (end.kind === 'timed-out')
    return { ...nothing, end: { kind: 'timed-out', limitMs: limits.timeMs } };
  if (end.kind === 'cancelled' || nothing.end.kind === 'out-of-memory') return nothing;
  const detail = end.kind === 'not-started' ? end.reason : lastWords(outcome);
  return { ...nothing, end: { kind: 'prepare-failed', command: commandLine(step), detail } };
}
