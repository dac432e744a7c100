/** Bounds the requests in flight to what the server bears. */
export interface Limiter {
  /** Waits for a place; undefined if the signal aborted first. */
  enter(signal: AbortSignal): Promise<Place | undefined>;
  /** Requests allowed at a time; Infinity until the server has complained. */
  readonly limit: number;
}

/** A request's place among those in flight. */
export interface Place {
  /** The server said that there are too many: half of those in flight may go on from now. */
  throttled(): void;
  /** A request was answered: one more may be tried, once as many as are allowed have been. */
  answered(): void;
  leave(): void;
}

/**
 * A limiter without a bound of its own: additive increase, multiplicative decrease, as TCP does
 * (Chiu and Jain, 1989). Requests that were in flight together count as one complaint.
 */
export function createLimiter(): Limiter {
  const waiting = new Set<() => void>();
  let limit = Infinity;
  let inFlight = 0;
  let complaints = 0;
  let answers = 0;

  const admit = () => {
    for (const wake of [...waiting].slice(0, Math.max(limit - inFlight, 0))) wake();
  };

  const place = (): Place => {
    const known = complaints;
    inFlight += 1;
    return {
      throttled: () => {
        if (known !== complaints) return;
        complaints += 1;
        answers = 0;
        limit = Math.max(1, Math.floor(Math.min(limit, inFlight) / 2));
      },
      answered: () => {
        answers += 1;
        if (answers < limit) return;
        answers = 0;
        limit += 1;
        admit();
      },
      leave: () => {
        inFlight -= 1;
        admit();
      },
    };
  };

  const enter = (signal: AbortSignal) =>
    new Promise<Place | undefined>((resolve) => {
      const give = () => {
        waiting.delete(give);
        signal.removeEventListener('abort', abandon);
        resolve(place());
      };
      const abandon = () => {
        waiting.delete(give);
        resolve(undefined);
      };
      if (signal.aborted) resolve(undefined);
      else if (inFlight < limit) give();
      else {
        signal.addEventListener('abort', abandon, { once: true });
        waiting.add(give);
      }
    });

  return {
    enter,
    get limit() {
      return limit;
    },
  };
}
