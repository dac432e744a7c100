import type { Caller } from './caller';
import type { Limiter } from './limiter';
import type { Quirks } from './quirks';
import { readReply, type ReplyPart } from './read-reply';
import type { RequestBody } from './request-body';
import { withRetries, type Tried } from './retry';
import type { ThinkHabit } from './think-tags';
import type { Trouble } from './trouble';

/** A reply that has begun to arrive. */
export interface OpenReply {
  readonly parts: AsyncIterable<ReplyPart>;
  /** Closes the connection. Must be called, however the reply ends. */
  readonly close: () => void;
}

/** What a model's requests have in common. */
export interface Channel {
  readonly caller: Caller;
  readonly quirks: Quirks;
  readonly limiter: Limiter;
}

/**
 * Asks until a reply begins: without the parameters that the model refuses, and again after what
 * may pass. A reply that has begun is never asked for again. The limiter's place is given back
 * while waiting, and when the reply is closed.
 */
export async function openReply(
  channel: Channel,
  body: RequestBody,
  habit: () => ThinkHabit,
  signal: AbortSignal,
): Promise<Tried<OpenReply>> {
  const { limits } = channel.caller.access;
  return withRetries(limits, signal, async () => {
    const place = await channel.limiter.enter(signal);
    if (place === undefined) return { kind: 'failed', trouble: { kind: 'cancelled' } };
    const tried = await askAdapted(channel, body, habit, signal);
    if (tried.kind === 'failed') {
      if (isThrottling(tried.trouble)) place.throttled();
      place.leave();
      return tried;
    }
    place.answered();
    const { parts, close } = tried.value;
    const closeAndLeave = () => {
      close();
      place.leave();
    };
    return { kind: 'done', value: { parts, close: closeAndLeave } };
  });
}

/** 429, and the codes of overloaded servers (529 is Anthropic's). */
function isThrottling(trouble: Trouble): boolean {
  return trouble.kind === 'status' && [429, 503, 529].includes(trouble.status);
}

async function askAdapted(
  { caller, quirks }: Channel,
  body: RequestBody,
  habit: () => ThinkHabit,
  signal: AbortSignal,
): Promise<Tried<OpenReply>> {
  for (;;) {
    const sent = quirks.adapt(body);
    const tried = await askOnce(caller, sent, habit(), signal);
    if (tried.kind === 'done' || !quirks.learn(tried.trouble, sent)) return tried;
  }
}

async function askOnce(
  caller: Caller,
  body: RequestBody,
  habit: ThinkHabit,
  signal: AbortSignal,
): Promise<Tried<OpenReply>> {
  const { limits } = caller.access;
  const called = await caller.call(
    (client, until) => client.chat.completions.create(body, { signal: until }).asResponse(),
    limits.firstByteMs,
    signal,
  );
  if (called.kind === 'failed') return called;
  const { close } = called.value;
  const parts = readReply(called.value, limits, habit);
  const first = await parts.next();
  if (first.done !== true && first.value.kind === 'end' && typeof first.value.how === 'object') {
    close();
    return { kind: 'failed', trouble: first.value.how };
  }
  return { kind: 'done', value: { parts: beginningWith(first, parts), close } };
}

async function* beginningWith<T>(
  first: IteratorResult<T, void>,
  rest: AsyncIterable<T>,
): AsyncGenerator<T> {
  if (first.done !== true) yield first.value;
  yield* rest;
}
