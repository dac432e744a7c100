import type { Model, ModelTraits, SampleEnd, SamplePart, SampleRequest } from '../../api/model';
import { renderPrompt } from '../../prompts/render-prompt';
import { accessOf, type Access } from './access';
import { createCaller } from './caller';
import { toFailure } from './failure';
import { createLimiter } from './limiter';
import { listModels } from './model-list';
import { modelName, type ModelName } from './model-name';
import { openReply, type Channel, type OpenReply } from './open-reply';
import type { OpenAiOptions } from './options';
import { createQuirks } from './quirks';
import type { ReplyEnd } from './read-reply';
import { requestBody, type RequestBody } from './request-body';
import { habitByName } from './think-habits';
import type { ThinkHabit } from './think-tags';
import { isUnknownModel, type Trouble } from './trouble';
import { estimateUsage } from './usage';

const traits: ModelTraits = {
  defaultSamples: 8,
  // LM Studio answers four requests at a time and queues the rest.
  defaultConcurrency: 4,
  followsInstructions: true,
  repairs: true,
};

/**
 * A model behind an OpenAI-compatible chat completions API. Without a name it asks the server for
 * its models at the first sample and takes the only one; until then its own name says so. Keep one
 * model for a whole run: it remembers what the server refuses and how much it bears.
 */
export function createOpenAiModel(options: OpenAiOptions): Model {
  const access = accessOf(options);
  if ('kind' in access) return brokenModel(options, access);
  const caller = createCaller(access);
  const name = modelName(options.name, caller);
  const session: Session = {
    access,
    name,
    channel: { caller, quirks: createQuirks(), limiter: createLimiter() },
    habit: undefined,
  };
  return {
    get name() {
      return name.known ?? `the model at ${access.address.shown}`;
    },
    provider: 'openai',
    traits,
    sample: (request, signal) => sample(session, request, signal),
  };
}

/** What the samples of a model share. */
interface Session {
  readonly access: Access;
  readonly name: ModelName;
  readonly channel: Channel;
  /** Learnt from the replies so far; a guess by the name before the first. */
  habit: ThinkHabit | undefined;
}

/** A model that cannot be asked at all says why at every sample. */
function brokenModel({ name = 'openai' }: OpenAiOptions, trouble: Trouble): Model {
  const end: SampleEnd = { kind: 'failed', failure: toFailure(trouble, {}) };
  return {
    name,
    provider: 'openai',
    traits,
    // eslint-disable-next-line @typescript-eslint/require-await
    async *sample() {
      yield { kind: 'end', end };
    },
  };
}

async function* sample(
  session: Session,
  request: SampleRequest,
  signal: AbortSignal,
): AsyncGenerator<SamplePart> {
  const found = await session.name.find(signal);
  if (found.kind === 'failed') {
    yield { kind: 'end', end: await endOf(session, found.trouble, signal) };
    return;
  }
  const body = requestBody(found.value, renderPrompt(request.problem), request);
  const opened = await openReply(session.channel, body, () => habitOf(session), signal);
  if (opened.kind === 'failed') {
    yield { kind: 'end', end: await endOf(session, opened.trouble, signal) };
    return;
  }
  try {
    yield* relay(session, opened.value, body, signal);
  } finally {
    opened.value.close();
  }
}

function habitOf({ habit, name }: Session): ThinkHabit {
  return habit ?? habitByName(name.known ?? '');
}

/** Hands a reply on, counting what the server may not count. */
async function* relay(
  session: Session,
  reply: OpenReply,
  body: RequestBody,
  signal: AbortSignal,
): AsyncGenerator<SamplePart> {
  const lengths = { reasoning: 0, answer: 0 };
  let end: ReplyEnd | undefined;
  for await (const part of reply.parts) {
    if (part.kind === 'end') end = part;
    else if (part.kind !== 'begun') {
      lengths[part.kind] += part.text.length;
      yield part;
    }
  }
  const how = end?.how ?? { kind: 'cancelled' as const };
  session.habit = end?.habit ?? session.habit;
  const usage = end?.usage ?? estimateUsage(promptLength(body), lengths.reasoning, lengths.answer);
  yield { kind: 'usage', usage };
  const sampleEnd: SampleEnd =
    typeof how === 'string' ? { kind: how } : await endOf(session, how, signal);
  yield { kind: 'end', end: sampleEnd };
}

function promptLength({ messages }: RequestBody): number {
  return messages.reduce((sum, { content }) => sum + content.length, 0);
}

/** Where the model is unknown, the server is asked which ones it has. */
async function endOf(
  { access, channel, name }: Session,
  trouble: Trouble,
  signal: AbortSignal,
): Promise<SampleEnd> {
  if (signal.aborted || trouble.kind === 'cancelled') return { kind: 'cancelled' };
  const listed = isUnknownModel(trouble) ? await listModels(channel.caller, signal) : undefined;
  const failure = toFailure(trouble, {
    access,
    ...(name.known !== undefined && { model: name.known }),
    ...(listed?.kind === 'done' && { models: listed.value }),
  });
  return { kind: 'failed', failure };
}
