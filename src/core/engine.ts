import type { EventBody } from './api/events';
import type { RunParts } from './run-parts';
import { createLedger } from './search/ledger';
import { createMeter, type Meter } from './search/meter';
import { search } from './search/search';
import { rankPassing } from './select/ranking';
import { linkAbort } from './util/abort';
import { confirmFirst } from './verify/confirm';
import { measureBaseline } from './verify/measure';
import { whyBlind } from './verify/unusable';
import { createVerifier } from './verify/verifier';
import { concluding, fromMeasured, fromSearch, unusable, type Ending } from './endings';
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

/** The pipeline. Whatever ends it early is an ending with its reason; the sandboxes always go. */
async function pursue(
  parts: RunParts,
  meter: Meter,
  emit: Emit,
  signal: AbortSignal,
): Promise<Ending> {
  // 1. How does this project run its tests?
  const tests = await parts.detect();
  if (tests.kind === 'none') return unusable(tests.reason);
  emit({ type: 'plan-detected', plan: tests.plan, display: tests.display });

  const pool = await parts.openPool(signal);
  const untilDeadline = linkAbort(signal, deadlineOf(parts));
  try {
    // 2. What do they say of the untouched snapshot, and can they judge the selection at all?
    const bench = { pool, runTests: tests.runTests };
    const measured = await measureBaseline(
      bench,
      { selected: parts.task.file, sabotage: parts.sabotage, timeoutMs: parts.testTimeoutMs },
      untilDeadline.signal,
    );
    if (measured.kind !== 'measured') return fromMeasured(measured, signal);
    const { baseline } = measured;
    emit(announce.baseline(measured));
    const blind = whyBlind(baseline, {
      file: parts.task.file,
      selectsTests: tests.selectsTests,
      hasInstruction: parts.task.instruction !== undefined,
      modelFollowsInstructions: parts.model.traits.followsInstructions,
    });
    emit(announce.audit(baseline, blind));
    if (blind !== undefined && !parts.force) return unusable(blind);

    // 3. Sample, and verify while sampling.
    const read = (path: string) => parts.snapshot.read(path);
    const verifier = createVerifier({ ...parts, ...tests, ...measured, bench, read });
    const ledger = createLedger(parts.unifiedDiff);
    const problem = { ...parts.problem, failing: announce.failing(baseline.targets) };
    const workers = measured.serial ? 1 : parts.sampling.workers;
    const found = await search(
      {
        ...parts,
        problem,
        verifier,
        ledger,
        meter,
        emit,
        sampling: { ...parts.sampling, workers },
      },
      untilDeadline.signal,
    );
    if (signal.aborted) return { outcome: 'cancelled', reason: 'The run was cancelled.' };

    // 4. Choose among the passing, and believe only what passes again in a fresh sandbox.
    const ranking = rankPassing(ledger.results()).flatMap(({ id }) => ledger.get(id) ?? []);
    if (ranking.length === 0) return fromSearch(found, ledger.results());
    emit(announce.selection(ranking));
    const winner = await confirmFirst(verifier, ranking, emit, signal);
    return concluding(winner, ledger, baseline, signal);
  } finally {
    untilDeadline.release();
    await pool.dispose();
  }
}

function deadlineOf({ budget }: RunParts): AbortSignal {
  const { deadlineMs } = budget;
  return deadlineMs === undefined ? new AbortController().signal : AbortSignal.timeout(deadlineMs);
}
