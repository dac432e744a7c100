import type { Budget, Spending } from '../api/budget';
import type { EventFields } from '../api/events';
import type { ModelFailure, SampleEnd, Usage } from '../api/model';
import type { StopMode, StrategyId } from '../api/strategy';
import type { Task } from '../api/task';
import type { Verdict } from '../api/verdict';

/** A run as a person sees it: everything its events have said so far. Plain data. */
export interface RunView {
  /** Undefined until the first event. */
  readonly start?: RunStart;
  readonly snapshot?: Pick<EventFields['snapshot-taken'], 'root' | 'files' | 'base'>;
  /** The test plan in one line. */
  readonly plan?: string;
  readonly baseline?: EventFields['baseline-finished'];
  readonly audit?: EventFields['audit-finished'];
  /** What the tests would not notice in the lines that the winner changed. */
  readonly winnerAudit?: EventFields['winner-audited'];
  readonly warnings: readonly string[];
  readonly waves: readonly EventFields['wave-started'][];
  /** In order of arrival. */
  readonly samples: readonly SampleView[];
  /** In order of arrival. */
  readonly candidates: readonly CandidateView[];
  /** Why no reply could be had, from the last sample that failed. */
  readonly failure?: ModelFailure;
  readonly selection?: EventFields['selection-finished'];
  readonly spending?: Spending;
  /** Absent while the run goes on, and in one that was interrupted. */
  readonly end?: EventFields['run-finished'];
}

export interface RunStart {
  readonly run: string;
  /** ISO 8601 time. */
  readonly at: string;
  /** An audit judges the tests and samples nothing. */
  readonly mode: 'solve' | 'audit';
  readonly task: Task;
  readonly workspace: string;
  readonly model: { readonly name: string; readonly provider: string };
  readonly strategy: StrategyId;
  readonly stop: StopMode;
  readonly budget: Budget;
}

/** One reply of the model, while it is written and after. */
export interface SampleView {
  readonly id: string;
  readonly wave: number;
  readonly reasoning: string;
  readonly answer: string;
  /** Absent while the reply is being written. */
  readonly end?: SampleEnd;
  readonly usage?: Usage;
  readonly durationMs?: number;
  /** The candidate that this reply created. */
  readonly candidate?: string;
  /** What was said of the reply itself, where it created no candidate: malformed, duplicate, … */
  readonly verdict?: Verdict;
}

export interface CandidateView {
  readonly id: string;
  /** Ids of the samples that wrote it, its first one first; their number is its votes. */
  readonly samples: readonly [string, ...string[]];
  readonly diff: string;
  readonly note?: string;
  /** What is being verified now, or was last. */
  readonly stage?: EventFields['verification-started']['stage'];
  readonly verdict?: Verdict;
  /** True if it passed again in a fresh sandbox. */
  readonly confirmed: boolean;
}

export const emptyView: RunView = { warnings: [], waves: [], samples: [], candidates: [] };
