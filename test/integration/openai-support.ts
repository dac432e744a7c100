import assert from 'node:assert/strict';
import type {
  Model,
  ModelFailure,
  SampleEnd,
  SamplePart,
  SampleRequest,
  Usage,
} from '../../src/core/api/model';
import { createOpenAiModel, type OpenAiOptions } from '../../src/core/models/openai';
import {
  startModelServer,
  type ModelServer,
  type Reply,
  type Script,
} from '../support/model-server';

/** A whole sample, put together from its parts. */
export interface Drawn {
  readonly reasoning: string;
  readonly answer: string;
  readonly usage: Usage | undefined;
  readonly end: SampleEnd;
  readonly parts: readonly SamplePart[];
}

/** Waits so short that a test need not care; time limits that a sound test never reaches. */
export const quick = { backoffMs: 1, backoffCapMs: 2 };

export function modelAt(
  server: { readonly url: string },
  options: Partial<OpenAiOptions> = {},
): Model {
  const limits = { ...quick, ...options.limits };
  return createOpenAiModel({
    baseUrl: server.url,
    name: 'test-model',
    env: {},
    ...options,
    limits,
  });
}

export function request(options: Partial<SampleRequest> = {}): SampleRequest {
  const task = { file: 'src/calc.js', range: { first: 1, last: 1 } };
  const problem = { task, text: 'let a;\nlet b;\n', failing: [], attempts: [] };
  return { problem, index: 0, seed: 7, ...options };
}

export async function draw(
  model: Model,
  options: Partial<SampleRequest> = {},
  signal = new AbortController().signal,
): Promise<Drawn> {
  const parts: SamplePart[] = [];
  for await (const part of model.sample(request(options), signal)) parts.push(part);
  const textOf = (kind: SamplePart['kind']) =>
    parts.map((part) => (part.kind === kind && 'text' in part ? part.text : '')).join('');
  const last = parts.at(-1);
  assert.ok(last?.kind === 'end', 'the last part is the end');
  assert.equal(parts.filter(({ kind }) => kind === 'end').length, 1);
  const usages = parts.flatMap((part) => (part.kind === 'usage' ? [part.usage] : []));
  assert.ok(usages.length <= 1, 'usage is told at most once');
  return {
    reasoning: textOf('reasoning'),
    answer: textOf('answer'),
    usage: usages[0],
    end: last.end,
    parts,
  };
}

/** The failure of a sample that must have failed. */
export function failureOf({ end }: Drawn): ModelFailure {
  assert.ok(end.kind === 'failed', JSON.stringify(end));
  return end.failure;
}

/** Runs `use` with a server, which is closed afterwards whatever happens. */
export async function withServer(
  script: Script | readonly Reply[],
  use: (server: ModelServer) => Promise<void>,
  options?: Parameters<typeof startModelServer>[1],
): Promise<void> {
  const server = await startModelServer(script, options);
  try {
    await use(server);
  } finally {
    await server.close();
  }
}
