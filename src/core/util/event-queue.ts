/** A queue that one side pushes into and the other iterates; unbounded, in order. */
export interface EventQueue<T> extends AsyncIterable<T> {
  push(value: T): void;
  /** Ends the iteration after what was pushed; with an error, the iteration throws it then. */
  close(error?: Error): void;
}

export function createEventQueue<T>(): EventQueue<T> {
  const values: T[] = [];
  let closed: { readonly error: Error | undefined } | undefined;
  let wake = () => {};

  async function* iterate(): AsyncGenerator<T, void, void> {
    for (;;) {
      while (values.length > 0) yield values.shift() as T;
      if (closed) {
        if (closed.error) throw closed.error;
        return;
      }
      await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  return {
    push: (value) => {
      values.push(value);
      wake();
    },
    close: (error) => {
      closed ??= { error };
      wake();
    },
    [Symbol.asyncIterator]: iterate,
  };
}
