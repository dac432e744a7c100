import type { Environment } from './environment';

/** How to reach an OpenAI-compatible server. Everything but `env` is optional. */
export interface OpenAiOptions {
  /** The model's id. Without it the server is asked, and must offer exactly one. */
  readonly name?: string;
  /** With or without scheme, `/v1` and `/chat/completions`. */
  readonly baseUrl?: string;
  readonly apiKey?: string;
  /** Read for addresses, keys and proxies that are not given here. */
  readonly env: Environment;
  readonly limits?: Partial<RequestLimits>;
}

/** Time limits in milliseconds, and how stubbornly to try again. */
export interface RequestLimits {
  readonly connectMs: number;
  /** From the request to the first text of the reply; a local model may read a long prompt first. */
  readonly firstByteMs: number;
  /** Between two pieces of a reply that has begun. */
  readonly idleMs: number;
  /** For questions that are answered at once, such as the list of models. */
  readonly questionMs: number;
  /** Further attempts after one that may be repeated. */
  readonly retries: number;
  /** Upper bound of the first random wait; doubled for each further one, up to `backoffCapMs`. */
  readonly backoffMs: number;
  readonly backoffCapMs: number;
  /** Longest wait that a server may ask for; asked for a longer one, the request fails at once. */
  readonly longestWaitMs: number;
}

export const defaultLimits: RequestLimits = {
  connectMs: 20_000,
  firstByteMs: 600_000,
  idleMs: 300_000,
  questionMs: 30_000,
  retries: 3,
  backoffMs: 500,
  backoffCapMs: 8_000,
  longestWaitMs: 120_000,
};
