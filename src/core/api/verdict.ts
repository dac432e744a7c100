/** What the verifier says of one candidate. Only `passed` can win. */
export type Verdict =
  | {
      readonly kind: 'passed';
      readonly tests: number;
      readonly durationMs: number;
      /** What speaks against it although every test passed, in a few words each. */
      readonly doubts?: readonly string[];
    }
  /** Targets still fail; guards are intact as far as they were run. */
  | {
      readonly kind: 'failed';
      readonly passedTargets: number;
      readonly targets: number;
      readonly failures: readonly Failure[];
    }
  | { readonly kind: 'regressed'; readonly broken: readonly Failure[] }
  | { readonly kind: 'malformed'; readonly reason: string }
  | { readonly kind: 'rejected'; readonly reason: string; readonly paths: readonly string[] }
  | { readonly kind: 'syntax-error'; readonly message: string; readonly line?: number }
  | { readonly kind: 'crashed'; readonly detail: string }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[]; readonly detail: string }
  | { readonly kind: 'timed-out'; readonly limitMs: number }
  | { readonly kind: 'out-of-memory'; readonly limitBytes?: number }
  | { readonly kind: 'flaky'; readonly tests: readonly string[] }
  | { readonly kind: 'duplicate'; readonly of: string }
  | { readonly kind: 'cancelled' };

export type VerdictKind = Verdict['kind'];

/** One failing test with the runner's words. */
export interface Failure {
  readonly id: string;
  readonly message: string;
}
