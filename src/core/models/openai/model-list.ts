import * as v from 'valibot';
import type { Call, Caller } from './caller';
import { jsonOf } from './error-body';
import { connectionTrouble } from './caller';
import { withRetries, type Tried } from './retry';

const nameSchema = v.union([
  v.pipe(v.string(), v.minLength(1)),
  v.pipe(
    v.object({ id: v.string() }),
    v.transform(({ id }) => id),
  ),
  v.pipe(
    v.object({ name: v.string() }),
    v.transform(({ name }) => name),
  ),
]);

const listSchema = v.union([
  v.pipe(
    v.object({ data: v.array(nameSchema) }),
    v.transform(({ data }) => data),
  ),
  v.pipe(
    v.object({ models: v.array(nameSchema) }),
    v.transform(({ models }) => models),
  ),
  v.array(nameSchema),
]);

/** The ids of the models that a server offers, in its order. */
export async function listModels(
  caller: Caller,
  signal: AbortSignal,
): Promise<Tried<readonly string[]>> {
  const { limits } = caller.access;
  return withRetries(limits, signal, async () => {
    const called = await caller.call(
      (client, until) => client.models.list({ signal: until }).asResponse(),
      Math.min(limits.questionMs, limits.firstByteMs),
      signal,
    );
    return called.kind === 'done' ? readList(called.value) : called;
  });
}

async function readList({ response, watch, close }: Call): Promise<Tried<readonly string[]>> {
  try {
    const parsed = v.safeParse(listSchema, jsonOf(await response.text()));
    if (parsed.success) return { kind: 'done', value: parsed.output };
    const detail = 'the answer is not a list of models';
    return { kind: 'failed', trouble: { kind: 'status', status: 404, detail } };
  } catch (error) {
    return { kind: 'failed', trouble: watch.reason() ?? connectionTrouble(error, 0) };
  } finally {
    close();
  }
}

/** The model to use where none is named: the only one that can hold a conversation. */
export function onlyChoice(models: readonly string[]): string | undefined {
  const talking = models.filter(
    (model) => !/embed|rerank|whisper|tts\b|dall-e|moderation|transcri/i.test(model),
  );
  const choices = talking.length > 0 ? talking : models;
  return choices.length === 1 ? choices[0] : undefined;
}
