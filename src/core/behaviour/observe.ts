import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Call, Outcome } from '../api/behaviour';
import type { TestScope } from '../api/framework';
import type { LanguageId } from '../api/language';
import type { Patch } from '../api/patch';
import type { TestReport } from '../api/report';
import type { Sandbox } from '../api/sandbox';
import { applySplices } from '../syntax/splice';
import type { Syntax } from '../syntax/syntax';
import { topLevelFunction } from '../syntax/top-level';
import { readBounded } from '../util/read-bounded';
import type { Bench } from '../verify/bench';
import { withHarness, withText, type Job } from './instrument';
import { readCalls, readOutcomes } from './read-lines';

/** Where and how a function is looked at while it runs. */
export interface Lookout {
  readonly bench: Bench;
  readonly syntax: Pick<Syntax, 'parse'>;
  /** The task's file, and its text in the snapshot. */
  readonly file: string;
  readonly text: string;
  readonly language: LanguageId;
  readonly callee: string;
  /** Winnow's own code for the language. */
  readonly harness: string;
  /** Limit of one run, in milliseconds. */
  readonly timeMs: number;
}

/** Limits of one call and of all calls of a candidate that do not end. */
const CALL_LIMIT_MS = 1_000;
const MAX_ENDLESS = 2;

/** What calls that do not end may cost one run, in milliseconds. */
export const ENDLESS_MS = CALL_LIMIT_MS * MAX_ENDLESS + 500;

/** Runs for one candidate: a run that is killed is gone on with after the input that killed it. */
const MAX_RUNS = 3;

/** The calls that tests make of the function, with a patch; empty where none could be recorded. */
export async function recordCalls(
  lookout: Lookout,
  patch: Patch,
  scope: TestScope,
  signal: AbortSignal,
): Promise<readonly Call[]> {
  const { syntax, language, callee } = lookout;
  const text = textWith(lookout, patch);
  const splices = await syntax.parse(
    text,
    language,
    (root) => topLevelFunction(root, language, callee)?.recording,
  );
  if (!splices) return [];
  const recording = applySplices(text, splices);
  const { written } = await runWith(lookout, patch, scope, signal, (out) => ({
    text: recording,
    job: { kind: 'record', out },
  }));
  return readCalls(written);
}

/**
 * What a patched function does on every input. Undefined where not one could be tried: the function
 * is gone, its module does not load, or the time is over.
 */
export async function observeCalls(
  lookout: Lookout,
  patch: Patch,
  calls: readonly Call[],
  scope: TestScope,
  signal: AbortSignal,
): Promise<readonly Outcome[] | undefined> {
  const { syntax, language, callee } = lookout;
  const text = textWith(lookout, patch);
  const site = await syntax.parse(text, language, (root) =>
    topLevelFunction(root, language, callee),
  );
  if (!site || site.isAsync) return undefined;
  const outcomes = new Map<number, Outcome>();
  let from = 0;
  for (let run = 0; run < MAX_RUNS && from < calls.length && !signal.aborted; run++) {
    const start = from;
    const { written, report } = await runWith(lookout, patch, scope, signal, (out) => {
      const limits = { limitMs: CALL_LIMIT_MS, maxEndless: MAX_ENDLESS };
      const plan = { out, calls, from: start, ...limits };
      return { text, job: { kind: 'observe', callee, plan } };
    });
    const observed = readOutcomes(written);
    for (const [index, outcome] of observed) if (index >= start) outcomes.set(index, outcome);
    from = 1 + Math.max(start - 1, ...observed.keys());
    if (report.end.kind !== 'timed-out' || from >= calls.length) break;
    if (observed.size === 0 && run === 0 && !(await loads(lookout, patch, scope, signal))) break;
    outcomes.set(from++, { kind: 'endless', text: '', opaque: false });
  }
  // A run that the end of all time has cut off says nothing of what it did not reach.
  if (outcomes.size === 0 || signal.aborted) return undefined;
  const unreached: Outcome = { kind: 'unreached', text: '', opaque: false };
  return calls.map((_, index) => outcomes.get(index) ?? unreached);
}

/** Whether the module gets to its end at all, seen by an input that costs nothing. */
async function loads(
  lookout: Lookout,
  patch: Patch,
  scope: TestScope,
  signal: AbortSignal,
): Promise<boolean> {
  const { report } = await runWith(lookout, patch, scope, signal, (out) => ({
    text: textWith(lookout, patch),
    job: { kind: 'record', out },
  }));
  return report.end.kind === 'completed';
}

function textWith({ file, text }: Lookout, { changes }: Patch): string {
  return changes.find(({ path }) => path === file)?.after ?? text;
}

interface Prepared {
  readonly text: string;
  readonly job: Job;
}

/** One test run with Winnow's code at the end of the task's file, and what that wrote. */
async function runWith(
  { bench, file, text: before, language, harness, timeMs }: Lookout,
  patch: Patch,
  scope: TestScope,
  signal: AbortSignal,
  prepare: (out: string) => Prepared,
): Promise<{ readonly written: string; readonly report: Pick<TestReport, 'end'> }> {
  const use = async (sandbox: Sandbox) => {
    const out = join(sandbox.scratch, `behaviour-${randomBytes(12).toString('hex')}`);
    const { text, job } = prepare(out);
    const after = withHarness(text, language, harness, job);
    await sandbox.reset(withText(patch, file, before, after));
    const report = await bench.runTests(sandbox, scope, timeMs, signal);
    const found = await readBounded(out);
    return { written: found.kind === 'text' ? found.text : '', report };
  };
  try {
    return await bench.pool.lend(use, { fresh: false, signal });
  } catch (error) {
    if (signal.aborted) return { written: '', report: { end: { kind: 'cancelled' } } };
    throw error;
  }
}
