/** How often and how patiently a failing job is tried again. */
export interface RetryPolicy {
  /** Calls in all, the first one included. */
  readonly attempts: number;
  /** Pause after the first failure, in milliseconds; doubles with every further one. */
  readonly baseDelay: number;
  readonly maxDelay: number;
}

export const DEFAULT_POLICY: RetryPolicy = { attempts: 3, baseDelay: 100, maxDelay: 5_000 };

/** A job that failed as often as its policy allows; `cause` is the last error. */
export class RetriesExhausted extends Error {
  constructor(
    readonly attempts: number,
    cause: unknown,
  ) {
    super(`Gave up after ${attempts} attempts`, { cause });
    this.name = 'RetriesExhausted';
  }
}

/** Throw it to say that trying again is pointless. */
export class PermanentFailure extends Error {
  override name = 'PermanentFailure';
}

export type Sleep = (milliseconds: number) => Promise<void>;

const realSleep: Sleep = (milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The pause before an attempt, counted from 1; nothing before the first. */
export function delayBefore(attempt: number, policy: RetryPolicy): number {
  if (attempt <= 1) return 0;
  return Math.min(policy.maxDelay, policy.baseDelay * 2 ** (attempt - 2));
}

/**
 * Calls a job until it succeeds.
 *
 * @throws RetriesExhausted after the last attempt
 * @throws PermanentFailure at once, unchanged
 */
export async function withRetries<T>(
  job: () => Promise<T>,
  policy: RetryPolicy = DEFAULT_POLICY,
  sleep: Sleep = realSleep,
): Promise<T> {
  let lastError: unknown;
  for (let attempt = 1; attempt <= policy.attempts; attempt++) {
    const delay = delayBefore(attempt, policy);
    if (delay > 0) await sleep(delay);
    try {
      return job();
    } catch (error) {
      if (error instanceof PermanentFailure) throw error;
      lastError = error;
    }
  }
  throw new RetriesExhausted(policy.attempts, lastError);
}
