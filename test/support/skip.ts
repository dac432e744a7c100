import type { Context, Hook } from 'mocha';

/** A test, hook or suite that says why it did not run. */
export interface Skippable {
  skipReason?: string;
}

/** Skips the running test (in a `before` hook: its whole suite), giving a reason that is printed. */
export function skip(context: Context, reason: string): never {
  const running = context.test as (Partial<Hook> & Skippable) | undefined;
  if (running !== undefined) running.skipReason = reason;
  if (running?.type === 'hook' && running.parent !== undefined)
    Object.assign(running.parent, { skipReason: reason } satisfies Skippable);
  return context.skip();
}
