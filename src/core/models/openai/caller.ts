import OpenAI, { APIConnectionError, APIError } from 'openai';
import type { Access } from './access';
import { settle, statusTrouble } from './answers';
import type { Tried } from './retry';
import { openTransport, type Transport } from './transport';
import { isMissingPath, type Trouble } from './trouble';
import { createWatch, type Watch } from './watch';

/** An answer that has begun: its headers are there, its body is still to be read. */
export interface Call {
  readonly response: Response;
  readonly watch: Watch;
  /** Closes the connection. Must be called, however the call ends. */
  readonly close: () => void;
}

/** One request through the SDK, which names the endpoint and gives back the raw response. */
export type Ask = (client: OpenAI, signal: AbortSignal) => PromiseLike<Response>;

/** What a server is asked through: it remembers under which of the addresses the API is. */
export interface Caller {
  readonly access: Access;
  /** `firstByteMs` runs until the caller restarts the watch. Never throws. */
  call(ask: Ask, firstByteMs: number, signal: AbortSignal): Promise<Tried<Call>>;
}

export function createCaller(access: Access): Caller {
  const { bases } = access.address;
  let known: string | undefined;
  return {
    access,
    async call(ask, firstByteMs, signal) {
      let tried: Tried<Call> | undefined;
      for (const base of known === undefined ? bases : [known]) {
        const next = await callOnce(access, base, ask, firstByteMs, signal);
        const isMissing = next.kind === 'failed' && isMissingPath(next.trouble);
        tried ??= next;
        if (isMissing) continue;
        if (next.kind === 'done') known = base;
        return next;
      }
      return tried ?? { kind: 'failed', trouble: { kind: 'cancelled' } };
    },
  };
}

async function callOnce(
  access: Access,
  base: string,
  ask: Ask,
  firstByteMs: number,
  signal: AbortSignal,
): Promise<Tried<Call>> {
  if (signal.aborted) return { kind: 'failed', trouble: { kind: 'cancelled' } };
  const { env, limits } = access;
  let transport: Transport;
  try {
    transport = openTransport(env, limits.connectMs);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', trouble: { kind: 'bad-proxy', reason } };
  }
  const watch = createWatch(signal);
  const close = () => {
    watch.stop();
    transport.close();
  };
  try {
    watch.expect('first-byte', firstByteMs);
    const answer = await settle(await ask(clientFor(access, base, transport), watch.signal));
    if (answer.kind === 'done')
      return { kind: 'done', value: { response: answer.value, watch, close } };
    close();
    return answer;
  } catch (error) {
    close();
    return {
      kind: 'failed',
      trouble: watch.reason() ?? troubleOf(error, transport, limits.connectMs),
    };
  }
}

function clientFor({ address, apiKey }: Access, base: string, transport: Transport): OpenAI {
  const Authorization = apiKey === undefined ? (address.authorization ?? null) : undefined;
  return new OpenAI({
    baseURL: base,
    // The SDK insists on a key; where there is none, the header is taken away again.
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    defaultQuery: address.query,
    ...(Authorization !== undefined && { defaultHeaders: { Authorization } }),
    fetch: transport.fetch,
    maxRetries: 0,
    timeout: 2 ** 31 - 1,
    logLevel: 'off',
  });
}

function troubleOf(error: unknown, transport: Transport, connectMs: number): Trouble {
  if (error instanceof APIError && error.status !== undefined)
    return statusTrouble(error.status as number, transport.errorBody(), error.headers as Headers);
  return connectionTrouble(error, connectMs);
}

/** The code of a connection error stands at the end of its chain of causes. */
export function connectionTrouble(error: unknown, connectMs: number): Trouble {
  let code = '';
  let detail = '';
  let at: unknown = error;
  for (let depth = 0; depth < 8 && at instanceof Error; depth += 1) {
    const own = (at as NodeJS.ErrnoException).code;
    if (typeof own === 'string' && !own.startsWith('UND_ERR_ABORTED')) code = own;
    if (!(at instanceof APIConnectionError)) detail = at.message === '' ? detail : at.message;
    at = at instanceof AggregateError ? at.errors[0] : at.cause;
  }
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
    return { kind: 'timed-out', phase: 'connect', ms: connectMs };
  return { kind: 'connection', code, detail };
}
