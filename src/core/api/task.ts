import type { LanguageId } from './language';

/** Whole lines of a file, 1-based and inclusive on both ends. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** What the user asks: rewrite these lines of this file so that the tests pass. */
export interface Task {
  /** Path relative to the snapshot's root, with forward slashes. */
  readonly file: string;
  readonly range: LineRange;
  /** Name of the enclosing function, method or class, where one is known. */
  readonly symbol?: string;
  readonly instruction?: string;
}

/** A test that fails on the untouched snapshot, as the model is told about it. */
export interface FailingTest {
  readonly id: string;
  /** Test file, relative to the snapshot's root, where the runner says it. */
  readonly file?: string;
  readonly message: string;
}

/** Everything a model may know about a task. Two samples of one wave get the same problem. */
export interface Problem {
  readonly task: Task;
  /** Undefined for a language without a grammar. */
  readonly language?: LanguageId;
  /** Complete text of the task's file in the snapshot. */
  readonly text: string;
  readonly failing: readonly FailingTest[];
  /** Earlier attempts that failed, present in repair rounds only. */
  readonly attempts: readonly FailedAttempt[];
}

/** A candidate that did not pass, replayed to the model in a repair round. */
export interface FailedAttempt {
  readonly replacement: string;
  readonly feedback: string;
}
