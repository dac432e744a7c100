/** Resolves after `ms` milliseconds, or as soon as the signal aborts. Never rejects. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}

/** Asks again: the compiler believes that `signal.aborted`, once read, stays as it was. */
export function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** A controller that aborts with its parents, to be released with `release` when its work is done. */
export interface LinkedAbort {
  readonly signal: AbortSignal;
  abort(): void;
  release(): void;
}

/** A new abort scope below the given signals. */
export function linkAbort(...parents: readonly AbortSignal[]): LinkedAbort {
  const controller = new AbortController();
  const abort = () => controller.abort();
  for (const parent of parents) {
    if (parent.aborted) controller.abort();
    else parent.addEventListener('abort', abort, { once: true });
  }
  return {
    signal: controller.signal,
    abort,
    release: () => {
      for (const parent of parents) parent.removeEventListener('abort', abort);
    },
  };
}
