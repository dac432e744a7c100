import type { Usage } from '../../api/model';
import { errorInReply } from './answers';
import { connectionTrouble, type Call } from './caller';
import { readChunk, type Chunk } from './chunk';
import { streamItems } from './event-stream';
import type { RequestLimits } from './options';
import { ThinkSplitter, type ThinkHabit, type Told } from './think-tags';
import type { Trouble } from './trouble';

export type ReplyPart =
  /** The first sign of the reply itself: from here on it cannot be asked for again unnoticed. */
  | { readonly kind: 'begun' }
  | Told
  /** Always the last part, exactly once. */
  | ReplyEnd;

export interface ReplyEnd {
  readonly kind: 'end';
  readonly how: 'complete' | 'truncated' | Trouble;
  /** As far as the server reports it. */
  readonly usage?: Usage;
  readonly habit: ThinkHabit;
}

/** How long a finished reply may still bring its token counts. */
const LINGER_MS = 2_000;

/** Reads a reply from its first byte to its end. Never throws. */
export async function* readReply(
  { response, watch }: Call,
  limits: RequestLimits,
  habit: ThinkHabit,
): AsyncGenerator<ReplyPart, void> {
  const splitter = new ThinkSplitter(habit);
  const seen: Seen = { hasText: false, isDone: false };
  try {
    for await (const item of streamItems(watched(response, () => restart(watch, seen, limits)))) {
      const chunk = item.kind === 'json' ? readChunk(item.value) : undefined;
      const wasBlank = !seen.hasText && seen.finish === undefined;
      note(seen, item.kind === 'done' ? 'done' : chunk);
      restart(watch, seen, limits);
      if (wasBlank && (seen.hasText || seen.finish !== undefined)) yield { kind: 'begun' };
      if (chunk !== undefined) yield* tell(chunk, splitter);
      if (item.kind === 'done' || seen.trouble !== undefined) break;
    }
  } catch (error) {
    seen.trouble ??= watch.reason() ?? brokenBy(error);
  }
  const how = conclude(seen, watch.reason());
  const rest = splitter.end(how === 'complete');
  yield* rest.told;
  yield {
    kind: 'end',
    how,
    habit: rest.habit,
    ...(seen.usage !== undefined && { usage: seen.usage }),
  };
}

interface Seen {
  hasText: boolean;
  isDone: boolean;
  finish?: string;
  refusal?: string;
  usage?: Usage;
  trouble?: Trouble;
}

function note(seen: Seen, chunk: Chunk | 'done' | undefined): void {
  if (chunk === undefined) return;
  if (chunk === 'done') {
    seen.isDone = true;
    return;
  }
  if (chunk.reasoning !== '' || chunk.text !== '') seen.hasText = true;
  if (chunk.isWhole) seen.isDone = true;
  if (chunk.finish !== undefined) seen.finish = chunk.finish;
  if (chunk.refusal !== undefined) seen.refusal = (seen.refusal ?? '') + chunk.refusal;
  if (chunk.usage !== undefined) seen.usage = chunk.usage;
  if (chunk.error !== undefined) seen.trouble = errorInReply(chunk.error);
}

function* tell(chunk: Chunk, splitter: ThinkSplitter): Generator<Told> {
  if (chunk.reasoning !== '') {
    yield* splitter.expectAnswer();
    yield { kind: 'reasoning', text: chunk.reasoning };
  }
  if (chunk.text !== '') yield* splitter.push(chunk.text);
}

/** The body, with the clock started again at every piece. */
async function* watched(response: Response, restart: () => void): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
    restart();
    yield bytes;
  }
}

function restart(watch: Call['watch'], seen: Seen, limits: RequestLimits): void {
  if (seen.finish !== undefined) watch.expect('idle', Math.min(LINGER_MS, limits.idleMs));
  else if (seen.hasText) watch.expect('idle', limits.idleMs);
  else watch.expect('first-byte', limits.firstByteMs);
}

/** A finish reason or `[DONE]` makes a reply whole, whatever happens to the connection after it. */
function conclude(seen: Seen, reason: Trouble | undefined): ReplyEnd['how'] {
  const { finish, refusal, trouble, hasText } = seen;
  if (reason?.kind === 'cancelled') return reason;
  if (trouble?.kind === 'status') return trouble;
  if (refusal !== undefined && !hasText) return refused(`the model declines: ${refusal}`);
  if (finish === 'length' || finish === 'max_tokens') return 'truncated';
  if (finish === 'content_filter')
    return refused("the provider's content filter stopped the reply");
  if (finish === 'error') return { kind: 'broken', detail: 'the server reports an error' };
  if (finish !== undefined || (seen.isDone && hasText)) return 'complete';
  if (seen.isDone) return { kind: 'broken', detail: 'the reply is empty' };
  return trouble ?? { kind: 'broken', detail: 'it stopped before its end' };
}

function refused(detail: string): Trouble {
  return { kind: 'refusal', detail };
}

function brokenBy(error: unknown): Trouble {
  const trouble = connectionTrouble(error, 0);
  const detail = trouble.kind === 'connection' ? trouble.detail : '';
  return { kind: 'broken', detail: detail === '' ? 'the connection was lost' : detail };
}
