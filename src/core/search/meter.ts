import type { Budget, Spending } from '../api/budget';
import type { Usage } from '../api/model';

/** Keeps a run within its budget and says what has been spent. */
export interface Meter {
  /** Takes a sample's share of the budget, or says which limit leaves none. */
  reserve(): Reservation | { readonly kind: 'spent'; readonly limit: string };
  addTestTime(ms: number): void;
  spending(): Spending;
}

export interface Reservation {
  readonly kind: 'reserved';
  /** Output tokens this sample may use at most; undefined without a token limit. */
  readonly maxTokens: number | undefined;
  /** Gives the share back and books what was really used. */
  settle(usage: Usage | undefined): void;
}

/** The least that is worth asking for: fewer tokens could not hold an answer. */
const MIN_TOKENS = 64;

/**
 * `width` is the number of requests in flight at a time: the tokens left are shared among them, so
 * that their worst case together stays within the limit.
 */
export function createMeter(budget: Budget, width: number, startedAt: number): Meter {
  const used = { samples: 0, prompt: 0, output: 0, reserved: 0, testMs: 0, estimated: false };

  function shareOfTokens(): number | undefined {
    if (budget.outputTokens === undefined) return undefined;
    const left = budget.outputTokens - used.output - used.reserved;
    const sharers = Math.max(1, Math.min(width, budget.samples - used.samples));
    return Math.floor(left / sharers);
  }

  return {
    reserve() {
      if (used.samples >= budget.samples)
        return { kind: 'spent', limit: `${budget.samples} samples` };
      const maxTokens = shareOfTokens();
      if (maxTokens !== undefined && maxTokens < MIN_TOKENS)
        return { kind: 'spent', limit: `${budget.outputTokens ?? 0} output tokens` };
      used.samples += 1;
      used.reserved += maxTokens ?? 0;
      return {
        kind: 'reserved',
        maxTokens,
        settle(usage) {
          used.reserved -= maxTokens ?? 0;
          used.prompt += usage?.promptTokens ?? 0;
          used.output += usage?.outputTokens ?? 0;
          used.estimated ||= usage?.estimated ?? false;
        },
      };
    },
    addTestTime: (ms) => void (used.testMs += ms),
    spending: () => ({
      samples: used.samples,
      promptTokens: used.prompt,
      outputTokens: used.output,
      estimated: used.estimated,
      elapsedMs: Date.now() - startedAt,
      testMs: Math.round(used.testMs),
    }),
  };
}
