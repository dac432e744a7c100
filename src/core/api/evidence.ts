import type { Grade } from './audit';

/**
 * How far the winner is to be believed. A grade with reasons in words, never a made-up probability.
 */
export interface Evidence {
  readonly grade: Grade;
  readonly reasons: readonly string[];
  /** Candidates that passed, of those that were verified. */
  readonly passed: number;
  readonly verified: number;
  /** 95 % Wilson interval of the pass rate under the user's tests. */
  readonly passRate: readonly [low: number, high: number];
  /** Small changes of the winner's lines that the tests do not notice; absent where none was tried. */
  readonly survivors?: number;
}
