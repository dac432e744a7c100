import type { ModelFailure } from '../../api/model';
import { accessOf } from './access';
import { createCaller } from './caller';
import { toFailure } from './failure';
import { listModels } from './model-list';
import type { OpenAiOptions } from './options';

export type ConnectionTest =
  /** The ids of the models that the server offers. */
  | { readonly kind: 'ok'; readonly models: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: ModelFailure };

export interface ConnectionTestOptions extends OpenAiOptions {
  readonly signal?: AbortSignal;
}

/** Asks the server for its models, as the test of address, network and key that costs nothing. */
export async function testConnection(options: ConnectionTestOptions): Promise<ConnectionTest> {
  const access = accessOf(options);
  if ('kind' in access) return { kind: 'failed', failure: toFailure(access, {}) };
  const signal = options.signal ?? new AbortController().signal;
  const listed = await listModels(createCaller(access), signal);
  return listed.kind === 'done'
    ? { kind: 'ok', models: listed.value }
    : { kind: 'failed', failure: toFailure(listed.trouble, { access }) };
}
