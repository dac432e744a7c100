import type { EventBody } from './api/events';
import type { AuditParts, RunParts } from './run-parts';
import { createLedger } from './search/ledger';
import { createMeter, type Meter } from './search/meter';
import { search } from './search/search';
import { selectByBehaviour } from './select-by-behaviour';
import { isAborted, linkAbort } from './util/abort';
import { auditBudget, stubBudget, winnerBudget } from './verify/audit/time-box';
import { confirmFirst } from './verify/confirm';
import { QUICK_SUITE_MS } from './verify/measure';
import { whyBlind, whyGuessable, whyIdle, whyUntried } from './verify/unusable';
import { createVerifier } from './verify/verifier';
import { audited, CANCELLED, concluding, fromSearch, unusable, type Ending } from './endings';
import { withMeasuredTests } from './measured-tests';
import { tryMutantsOf, trySelection } from './try-changes';
import * as announce from './announcements';

/** Receives the events of a run, in order. */
export type Emit = (event: EventBody) => void;

/** Runs a task from the snapshot to its last event, `run-finished`. */
export async function solve(parts: RunParts, emit: Emit, signal: AbortSignal): Promise<void> {
  const meter = createMeter(parts.budget, parts.sampling.concurrency, Date.now());
  emit(announce.started(parts));
  emit(announce.snapshot(parts));
  for (const message of parts.notes) emit({ type: 'warning', message });
  const ending = await pursue(parts, meter, emit, signal);
  emit({ type: 'run-finished', ...ending, spending: meter.spending() });
}

/** Judges the tests of a selection and samples nothing; the last event is `run-finished` too. */
export async function audit(parts: AuditParts, emit: Emit, signal: AbortSignal): Promise<void> {
  const startedAt = Date.now() - parts.snapshotMs;
  const meter = createMeter({ samples: 0 }, 1, startedAt);
  emit(announce.auditStarted(parts));
  emit(announce.snapshot(parts));
  for (const message of parts.notes) emit({ type: 'warning', message });
  const ending = await inspect(parts, startedAt, emit, signal);
  emit({ type: 'run-finished', ...ending, spending: meter.spending() });
}

/** The pipeline of a run. Whatever ends it early is an ending with its reason. */
async function pursue(
  parts: RunParts,
  meter: Meter,
  emit: Emit,
  signal: AbortSignal,
): Promise<Ending> {
  const untilDeadline = linkAbort(signal, deadlineOf(parts));
  const span = { quickSuiteMs: QUICK_SUITE_MS, screens: true, signal, until: untilDeadline.signal };
  // 1. How does this project run its tests, and what do they say of the untouched snapshot?
  const ending = await withMeasuredTests(parts, span, emit, async (tests) => {
    // 2. Can they judge the selection at all?
    const { baseline } = tests.measured;
    const selected = { file: parts.task.file, selectsTests: tests.selectsTests };
    const blind =
      whyBlind(baseline, selected) ??
      whyIdle(baseline, {
        hasInstruction: parts.task.instruction !== undefined,
        modelFollowsInstructions: parts.model.traits.followsInstructions,
      });
    const worthwhile = blind === undefined || parts.force;
    const ms = stubBudget(baseline.durationMs);
    const { stubs } = worthwhile
      ? await trySelection(parts, tests, false, ms, span.until)
      : { stubs: undefined };
    if (isAborted(signal)) return CANCELLED;
    emit(announce.audit({ baseline, blind, stubs }));
    const refusal = blind ?? (baseline.targets.length > 0 ? whyGuessable(stubs, true) : undefined);
    if (refusal !== undefined && !parts.force) return unusable(refusal);

    // 3. Sample, and verify while sampling.
    const read = (path: string) => parts.snapshot.read(path);
    const verifier = createVerifier({ ...parts, ...tests, ...tests.measured, read });
    const ledger = createLedger(parts.unifiedDiff);
    const problem = { ...parts.problem, failing: announce.failing(baseline.targets) };
    const workers = tests.measured.serial ? 1 : parts.workers;
    const sampling = { ...parts.sampling, workers };
    const found = await search(
      { ...parts, problem, verifier, ledger, meter, emit, sampling },
      span.until,
    );
    if (isAborted(signal)) return CANCELLED;

    // 4. Choose among the passing, and believe only what passes again in a fresh sandbox.
    const chosen = await selectByBehaviour(ledger, parts, tests, span.until);
    if (isAborted(signal)) return CANCELLED;
    if (chosen.ranking.length === 0) return fromSearch(found, ledger.results());
    emit(announce.selection(chosen));
    const ranking = chosen.ranking.flatMap(({ id }) => ledger.get(id) ?? []);
    const winner = await confirmFirst(verifier, ranking, emit, signal);

    // 5. Which small changes of the winner would the tests not notice?
    const msLeft = winnerBudget(baseline.durationMs);
    const mutants = winner && (await tryMutantsOf(winner.patch, parts, tests, msLeft, span.until));
    if (winner && mutants) emit({ type: 'winner-audited', candidate: winner.id, mutants });
    const { behaviour } = chosen;
    return concluding(winner, ledger, { baseline, stubs, mutants, behaviour }, signal);
  });
  untilDeadline.release();
  return ending;
}

/** An audit of a suite up to this runs it twice. */
const TINY_SUITE_MS = 500;

/** The pipeline of an audit: the first steps of a run, and more of the second. */
async function inspect(
  parts: AuditParts,
  startedAt: number,
  emit: Emit,
  signal: AbortSignal,
): Promise<Ending> {
  const span = { quickSuiteMs: TINY_SUITE_MS, screens: false, signal, until: signal };
  return withMeasuredTests(parts, span, emit, async (tests) => {
    const { baseline } = tests.measured;
    const selected = { file: parts.task.file, selectsTests: tests.selectsTests };
    const blind = whyBlind(baseline, selected) ?? whyUntried(baseline);
    const ms = parts.auditMs ?? auditBudget(baseline.durationMs, Date.now() - startedAt);
    // Small changes of code that is wrong say little of the tests that say so.
    const passes = baseline.targets.length === 0;
    const tried =
      blind === undefined ? await trySelection(parts, tests, passes, ms, signal) : undefined;
    if (isAborted(signal)) return CANCELLED;
    const findings = { baseline, blind, ...tried };
    emit(announce.audit(findings));
    const refusal = blind ?? whyGuessable(findings.stubs, false);
    return refusal === undefined ? audited(findings) : unusable(refusal);
  });
}

function deadlineOf({ budget }: RunParts): AbortSignal {
  const { deadlineMs } = budget;
  return deadlineMs === undefined ? new AbortController().signal : AbortSignal.timeout(deadlineMs);
}
