/** Collects values and hands them on together. */
export interface Batcher<T> {
  push(value: T): void;
  /** Hands on what is waiting, now. */
  flush(): void;
}

/** Hands on what was pushed at most every `ms` milliseconds. */
export function createBatcher<T>(ms: number, take: (values: readonly T[]) => void): Batcher<T> {
  let waiting: T[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const values = waiting;
    waiting = [];
    take(values);
  };
  return {
    push: (value) => {
      waiting.push(value);
      timer ??= setTimeout(flush, ms);
    },
    flush,
  };
}
