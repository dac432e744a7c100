import { OPENAI_BASE, parseAddress, type Address } from './address';
import { firstOf } from './environment';
import { defaultLimits, type OpenAiOptions, type RequestLimits } from './options';
import type { Trouble } from './trouble';

/** Everything that is needed to talk to a server. */
export interface Access {
  readonly address: Address;
  readonly apiKey?: string;
  readonly env: OpenAiOptions['env'];
  readonly limits: RequestLimits;
}

/** What the options and the environment amount to, or what is wrong with them. */
export function accessOf(options: OpenAiOptions): Access | Trouble {
  const { env } = options;
  const written =
    nonEmpty(options.baseUrl) ?? firstOf(env, 'WINNOW_BASE_URL', 'OPENAI_BASE_URL') ?? OPENAI_BASE;
  const apiKey = nonEmpty(options.apiKey) ?? firstOf(env, 'WINNOW_API_KEY', 'OPENAI_API_KEY');
  const address = parseAddress(written);
  if (address === undefined) return { kind: 'bad-address', written };
  if (apiKey !== undefined && !/^[\x21-\x7e]+$/.test(apiKey)) return { kind: 'bad-key' };
  const limits = { ...defaultLimits, ...options.limits };
  return { address, env, limits, ...(apiKey !== undefined && { apiKey }) };
}

function nonEmpty(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' ? undefined : trimmed;
}
