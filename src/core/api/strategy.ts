import type { Effort } from './model';
import type { FailedAttempt } from './task';
import type { Verdict } from './verdict';

/** A batch of samples asked for together. */
export interface Wave {
  readonly size: number;
  /** Shown to the user: why these samples are taken. */
  readonly reason: string;
  readonly effort?: Effort;
  /** Non-empty in a repair wave. */
  readonly attempts: readonly FailedAttempt[];
  /** Ids of the candidates behind `attempts`. */
  readonly parents?: readonly string[];
}

/** A candidate as a strategy sees it. */
export interface JudgedCandidate {
  readonly id: string;
  readonly votes: number;
  readonly verdict: Verdict;
  /** The text that the candidate puts in the place of the selection. */
  readonly replacement: string;
}

/** What has happened so far in a run; read by strategies and stopping rules. */
export interface Progress {
  readonly samplesStarted: number;
  readonly samplesFinished: number;
  /** In the order in which their verdicts arrived; replies without a patch are not among them. */
  readonly judged: readonly JudgedCandidate[];
  /** The model has nothing more to say. */
  readonly exhausted: boolean;
}

/** Decides what to sample next. Ends when it has nothing to ask for; read `progress` between waves. */
export interface Strategy {
  readonly id: StrategyId;
  waves(progress: () => Progress): AsyncIterable<Wave>;
}

export type StrategyId = 'best-of-n' | 'adaptive';

/** Says why the sampling may end now, or undefined to go on. Asked after every verdict. */
export type StopRule = (progress: Progress) => string | undefined;

export type StopMode = 'quick' | 'balanced' | 'thorough';
