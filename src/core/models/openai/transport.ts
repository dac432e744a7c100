import type { ClientOptions } from 'openai';
import { EnvHttpProxyAgent, fetch as undiciFetch, type RequestInit } from 'undici';
import { firstOf, type Environment } from './environment';

type Fetch = NonNullable<ClientOptions['fetch']>;

/** The connections of one request. */
export interface Transport {
  readonly fetch: Fetch;
  /** Body of the last answer that was an error, at most 64 KiB of it. */
  errorBody(): string;
  /** Closes every socket at once, whatever state it is in. */
  close(): void;
}

const ERROR_BODY = 64 * 1024;

/**
 * Connections with our own time limits only: the 300 s that Node's fetch allows for headers and
 * between chunks are switched off, since a slow local model needs longer and a watch governs both.
 * Every request has an agent to itself, so that closing it is sure to close its sockets. Throws
 * where a proxy's address cannot be read.
 */
export function openTransport(env: Environment, connectMs: number): Transport {
  const agent = new EnvHttpProxyAgent({
    ...proxiesOf(env),
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: connectMs },
    pipelining: 0,
  });
  let errorBody = '';
  const fetch = async (input: string | URL | Request, init?: unknown): Promise<Response> => {
    const options = { ...(init as RequestInit), dispatcher: agent };
    const response = await undiciFetch(input as string | URL, options);
    if (response.ok) return response as unknown as Response;
    errorBody = (await response.text()).slice(0, ERROR_BODY);
    const { status, headers } = response;
    return new Response(errorBody, { status, headers: [...headers] });
  };
  return {
    fetch,
    errorBody: () => errorBody,
    close: () => void agent.destroy().catch(() => undefined),
  };
}

/** An empty value keeps the library from reading this process's own environment. */
function proxiesOf(env: Environment) {
  const everything = firstOf(env, 'all_proxy', 'ALL_PROXY');
  const httpProxy = firstOf(env, 'http_proxy', 'HTTP_PROXY') ?? everything;
  const httpsProxy = firstOf(env, 'https_proxy', 'HTTPS_PROXY') ?? everything;
  return {
    httpProxy: withScheme(httpProxy),
    httpsProxy: withScheme(httpsProxy),
    noProxy: firstOf(env, 'no_proxy', 'NO_PROXY') ?? '',
  };
}

function withScheme(proxy: string | undefined): string {
  if (proxy === undefined) return '';
  return proxy.includes('://') ? proxy : `http://${proxy}`;
}
