import type { Problem } from './task';

export type Effort = 'none' | 'minimal' | 'low' | 'medium' | 'high';

/** Token counts of one sample. `estimated` is true where the server reported none. */
export interface Usage {
  readonly promptTokens: number;
  /** Reasoning included. */
  readonly outputTokens: number;
  readonly reasoningTokens?: number;
  readonly cachedTokens?: number;
  readonly estimated: boolean;
}

export interface SampleRequest {
  readonly problem: Problem;
  /** Position of this sample in its run, counted from 0; also what makes samples differ. */
  readonly index: number;
  readonly seed: number;
  readonly temperature?: number;
  readonly effort?: Effort;
  /** Limit on output tokens, reasoning included. */
  readonly maxTokens?: number;
}

/** Why no reply could be had. The message is for people and says what to do. */
export interface ModelFailure {
  readonly kind:
    | 'unreachable'
    | 'unauthorized'
    | 'model-not-found'
    | 'rate-limited'
    | 'refused'
    | 'timed-out'
    | 'server-error'
    | 'broken-stream';
  readonly message: string;
  /** True where every further request would fail the same way (wrong key, unknown model). */
  readonly fatal: boolean;
}

export type SampleEnd =
  | { readonly kind: 'complete' }
  /** The token limit cut it off. */
  | { readonly kind: 'truncated' }
  /** The model has no further sample for this problem (a finite model). */
  | { readonly kind: 'exhausted' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: ModelFailure };

export type SamplePart =
  | { readonly kind: 'reasoning'; readonly text: string }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'usage'; readonly usage: Usage }
  /** Always the last part, exactly once. */
  | { readonly kind: 'end'; readonly end: SampleEnd };

/** Whatever can write a candidate. Never throws: a failure is the stream's last part. */
export interface Model {
  /** Shown to the user, e.g. `gpt-5-mini` or `embedded`. */
  readonly name: string;
  readonly provider: 'openai' | 'embedded' | 'vscode';
  readonly traits: ModelTraits;
  sample(request: SampleRequest, signal: AbortSignal): AsyncIterable<SamplePart>;
}

/** What a strategy needs to know of a model to use it well. */
export interface ModelTraits {
  /** Samples to take when the user names no number. */
  readonly defaultSamples: number;
  /** Requests in flight at a time when the user names no number. */
  readonly defaultConcurrency: number;
  /** False for a model that can only react to failing tests. */
  readonly followsInstructions: boolean;
  /** False where an earlier attempt would not change the next sample. */
  readonly repairs: boolean;
}
