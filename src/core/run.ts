import { randomBytes } from 'node:crypto';
import type { EventBody, RunEvent } from './api/events';
import { EVENT_VERSION } from './api/events';
import type { AuditSettings, RunSettings, Surroundings } from './api/settings';
import { prepareAudit } from './setup/prepare-audit';
import { prepareRun } from './setup/prepare-run';
import { audit, solve, type Emit } from './engine';
import { openStore } from './store/file-store';
import { createEventQueue } from './util/event-queue';
import { messageOf } from './util/human-error';

/**
 * Runs one task. The first event is `run-started`, the last `run-finished`; each is in the store
 * when its turn comes. Throws a HumanError, before any event, for settings that make no run.
 * Aborting the signal ends the run as `cancelled`, with nothing left behind.
 */
export async function* startRun(
  settings: RunSettings,
  surroundings: Surroundings,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, void, void> {
  const parts = await prepareRun(settings, surroundings, signal);
  yield* recorded(surroundings.state, (emit) => solve(parts, emit, signal));
}

/**
 * Judges the tests of a selection, and samples nothing. Its events are those of a run, from
 * `run-started` to `run-finished`, and are stored like them; it throws and ends like `startRun`.
 */
export async function* auditCode(
  settings: AuditSettings,
  surroundings: Surroundings,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, void, void> {
  const parts = await prepareAudit(settings, surroundings, signal);
  yield* recorded(surroundings.state, (emit) => audit(parts, emit, signal));
}

/** The events of some work, each stored when its turn comes. */
async function* recorded(
  state: string,
  work: (emit: Emit) => Promise<void>,
): AsyncGenerator<RunEvent, void, void> {
  const store = openStore(state);
  const queue = createEventQueue<RunEvent>();
  const stamp = createStamp(newRunId());
  let storing = Promise.resolve();
  let storeFails = false;
  const emit = (body: EventBody): void => {
    const event = stamp(body);
    storing = store.append(event).catch((error: unknown) => {
      if (storeFails) return;
      storeFails = true;
      emit({ type: 'warning', message: `This run cannot be stored: ${messageOf(error)}` });
    });
    queue.push(event);
  };
  const done = work(emit)
    .then(() => queue.close())
    .catch((error: unknown) =>
      queue.close(error instanceof Error ? error : new Error(String(error))),
    );
  yield* queue;
  await done;
  await storing;
}

/** Sortable by time, unique enough to share: `20260131-094512-3fa9c1`. */
function newRunId(): string {
  const time = new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `${time}-${randomBytes(3).toString('hex')}`;
}

function createStamp(run: string): (body: EventBody) => RunEvent {
  let seq = 0;
  return (body) => ({
    v: EVENT_VERSION,
    run,
    seq: ++seq,
    at: new Date().toISOString(),
    ...body,
  });
}
