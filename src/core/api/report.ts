export type TestOutcome = 'passed' | 'failed' | 'skipped';

export interface TestResult {
  /**
   * Stable between runs and unique in its report: test file, suites and title joined by ' › ',
   * with ' #2', ' #3', … appended to repeated ones.
   */
  readonly id: string;
  /**
   * Test file relative to the snapshot's root, where the runner says it; the folder of its package
   * where the runner knows no smaller unit.
   */
  readonly file?: string;
  readonly outcome: TestOutcome;
  readonly durationMs?: number;
  /** Why it failed, in the runner's own words. */
  readonly message?: string;
  /**
   * True for an entry that stands for a whole test file which could not be loaded, so that none of
   * its tests has an id of its own. Always failed.
   */
  readonly wholeFile?: boolean;
}

/** How the runner itself ended, apart from what its tests say. */
export type RunnerEnd =
  /** It wrote a complete report. The exit code is kept for the record and proves nothing. */
  | { readonly kind: 'completed'; readonly exitCode: number }
  | { readonly kind: 'crashed'; readonly detail: string }
  | { readonly kind: 'timed-out'; readonly limitMs: number }
  | { readonly kind: 'out-of-memory'; readonly limitBytes?: number }
  | { readonly kind: 'cancelled' }
  /** A step before the tests (a build) failed; `detail` is its output. */
  | { readonly kind: 'prepare-failed'; readonly command: string; readonly detail: string }
  /** The command could not be started: program missing, wrong working directory. */
  | { readonly kind: 'not-started'; readonly detail: string };

export interface TestReport {
  readonly tests: readonly TestResult[];
  readonly end: RunnerEnd;
  /** Wall clock of the whole command, in milliseconds. */
  readonly durationMs: number;
  /** The end of what the runner printed, for error messages. */
  readonly output: string;
}
