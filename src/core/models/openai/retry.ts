import { pause } from '../../util/abort';
import type { RequestLimits } from './options';
import { mayPass, type Trouble } from './trouble';

/** The outcome of something that may be tried again. */
export type Tried<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/**
 * Tries again what may pass, after the wait that the server asks for, else after a random one:
 * exponential backoff with full jitter (M. Brooker, "Exponential Backoff and Jitter", AWS, 2015).
 */
export async function withRetries<T>(
  limits: RequestLimits,
  signal: AbortSignal,
  attempt: () => Promise<Tried<T>>,
): Promise<Tried<T>> {
  for (let retry = 0; ; retry += 1) {
    const tried = await attempt();
    if (tried.kind === 'done' || retry >= limits.retries || !mayPass(tried.trouble)) return tried;
    const asked = tried.trouble.kind === 'status' ? tried.trouble.waitMs : undefined;
    if (asked !== undefined && asked > limits.longestWaitMs) return tried;
    const bound = Math.min(limits.backoffMs * 2 ** retry, limits.backoffCapMs);
    await pause(asked ?? Math.random() * bound, signal);
    if (signal.aborted) return { kind: 'failed', trouble: { kind: 'cancelled' } };
  }
}

/**
 * How long a server's headers ask to wait, in milliseconds: `retry-after-ms`, `Retry-After` in
 * seconds or as a date, else the reset of a rate limit that is used up.
 */
export function waitAskedFor(headers: Headers, now: number): number | undefined {
  const ms = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (ms >= 0) return ms;
  const after = headers.get('retry-after');
  if (after !== null) {
    if (/^\s*\d+(?:\.\d+)?\s*$/.test(after)) return Number.parseFloat(after) * 1000;
    const date = Date.parse(after);
    if (!Number.isNaN(date)) return Math.max(0, date - now);
  }
  const waits = ['requests', 'tokens'].flatMap((what) => {
    const left = headers.get(`x-ratelimit-remaining-${what}`);
    const reset = headers.get(`x-ratelimit-reset-${what}`);
    const wait = left !== null && Number(left) <= 0 ? durationOf(reset ?? '') : undefined;
    return wait === undefined ? [] : [wait];
  });
  return waits.length === 0 ? undefined : Math.max(...waits);
}

/** `1s`, `6m0s`, `120ms` in milliseconds. */
function durationOf(written: string): number | undefined {
  const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
  const parts = [...written.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== written.trim())
    return undefined;
  return parts.reduce(
    (sum, [, count = '0', unit = 'ms']) => sum + Number(count) * units[unit as keyof typeof units],
    0,
  );
}
