import * as v from 'valibot';
import type { Usage } from '../../api/model';
import { innerError } from './error-body';
import { usageIn } from './usage';

/** What one JSON object of a reply says: a chunk of a stream, or a whole reply. */
export interface Chunk {
  readonly reasoning: string;
  readonly text: string;
  readonly refusal?: string;
  readonly finish?: string;
  /** A reply in one piece, as to a request without streaming. */
  readonly isWhole: boolean;
  readonly usage?: Usage;
  /** The server's `error`, whatever its shape. */
  readonly error?: unknown;
}

const text = v.fallback(v.optional(v.string(), ''), '');

const detailSchema = v.fallback(v.object({ text, summary: text }), { text: '', summary: '' });

/** Mistral's reasoning models send the content in typed parts. */
const partSchema = v.fallback(
  v.object({
    type: text,
    text,
    thinking: v.fallback(v.optional(v.array(v.fallback(v.object({ text }), { text: '' })), []), []),
  }),
  { type: '', text: '', thinking: [] },
);

const deltaSchema = v.object({
  content: v.fallback(v.optional(v.union([v.string(), v.array(partSchema)]), ''), ''),
  reasoning_content: text,
  reasoning: text,
  reasoning_details: v.fallback(v.optional(v.array(detailSchema), []), []),
  thinking: text,
  refusal: text,
});

type Delta = v.InferOutput<typeof deltaSchema>;

const lenientDelta = v.fallback(v.optional(deltaSchema), undefined);

const choiceSchema = v.object({
  index: v.fallback(v.optional(v.number(), 0), 0),
  delta: lenientDelta,
  message: lenientDelta,
  finish_reason: text,
});

const chunkSchema = v.object({
  choices: v.fallback(v.optional(v.array(choiceSchema), []), []),
  /** Ollama's own protocol, which some proxies pass on. */
  message: lenientDelta,
  done: v.fallback(v.optional(v.boolean(), false), false),
  done_reason: text,
});

/** Reads a chunk leniently: fields of another type than expected count as absent. */
export function readChunk(value: unknown): Chunk | undefined {
  const error = innerError(value);
  if (error !== undefined) return { reasoning: '', text: '', isWhole: false, error };
  const parsed = v.safeParse(chunkSchema, value);
  if (!parsed.success) return undefined;
  const { choices, message, done, done_reason } = parsed.output;
  const choice = choices.find(({ index }) => index === 0);
  const delta = choice?.delta ?? choice?.message ?? message;
  const finish = choice?.finish_reason ?? (done ? done_reason || 'stop' : '');
  const usage = usageIn(value);
  return {
    reasoning: delta === undefined ? '' : reasoningIn(delta),
    text: delta === undefined ? '' : contentOf(delta),
    isWhole: choice?.message !== undefined,
    ...(delta !== undefined && delta.refusal !== '' && { refusal: delta.refusal }),
    ...(finish !== '' && { finish }),
    ...(usage !== undefined && { usage }),
  };
}

/** The first place with something in it: servers that fill several repeat the same text. */
function reasoningIn(delta: Delta): string {
  const { reasoning_content, reasoning, reasoning_details, thinking, content } = delta;
  const details = reasoning_details.map((detail) => detail.text || detail.summary).join('');
  const parts = typeof content === 'string' ? [] : content.flatMap((part) => part.thinking);
  return (
    reasoning_content || reasoning || details || thinking || parts.map((part) => part.text).join('')
  );
}

function contentOf({ content }: Delta): string {
  if (typeof content === 'string') return content;
  return content.map((part) => part.text).join('');
}
