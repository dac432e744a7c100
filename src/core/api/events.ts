import type { Grade, MutantFindings, StubFindings } from './audit';
import type { Behaviour } from './behaviour';
import type { Budget, Spending } from './budget';
import type { Evidence } from './evidence';
import type { TestPlan } from './framework';
import type { SampleEnd, Usage } from './model';
import type { StopMode, StrategyId } from './strategy';
import type { FailingTest, Task } from './task';
import type { Verdict } from './verdict';

/** Version of the event format, the `v` of every event. */
export const EVENT_VERSION = 1;

export type Outcome =
  | 'winner'
  | 'no-winner'
  | 'unusable-tests'
  | 'model-error'
  | 'cancelled'
  /** An audit came to its end, and the tests can judge. */
  | 'audited';

/** The fields of each event type. A reader ignores types and fields it does not know. */
export interface EventFields {
  'run-started': {
    /** An audit judges the tests and samples nothing; absent means `solve`. */
    readonly mode?: 'solve' | 'audit';
    readonly task: Task;
    /** Absolute path of the folder the user works in. */
    readonly workspace: string;
    readonly model: { readonly name: string; readonly provider: string };
    readonly strategy: StrategyId;
    readonly stop: StopMode;
    readonly budget: Budget;
  };
  'snapshot-taken': {
    readonly root: string;
    readonly digest: string;
    readonly files: number;
    /** The task's file as it was, so that diffs can be shown later. */
    readonly base: { readonly path: string; readonly text: string };
    readonly durationMs: number;
  };
  'plan-detected': { readonly plan: TestPlan; readonly display: string };
  'baseline-finished': {
    readonly targets: readonly FailingTest[];
    readonly guards: number;
    readonly skipped: number;
    /** Ids whose outcome changed between two untouched runs; excluded. */
    readonly flaky: readonly string[];
    /** Ids that fail whatever the selection does, or stand in the selected file; excluded. */
    readonly unrelated: readonly string[];
    readonly durationMs: number;
    /** Time limit of one verification, derived from the baseline. */
    readonly timeLimitMs: number;
    /** Present where the same tree was measured before, and not again. */
    readonly measuredAt?: string;
  };
  'audit-finished': {
    /** Tests whose result changes when the selection throws; absent where that cannot be tried. */
    readonly exercising?: number;
    /** False for tests that cannot judge: nothing notices sabotage, or a trivial body passes. */
    readonly sound: boolean;
    readonly grade: Grade;
    readonly reasons: readonly string[];
    /** Absent where no trivial body could be made or none was needed. */
    readonly stubs?: StubFindings;
    /** Small changes of the selection; in an audit whose tests all pass. */
    readonly mutants?: MutantFindings;
  };
  'wave-started': { readonly wave: number; readonly size: number; readonly reason: string };
  'sample-started': { readonly sample: string; readonly wave: number; readonly model: string };
  'reasoning-delta': { readonly sample: string; readonly text: string };
  'answer-delta': { readonly sample: string; readonly text: string };
  'sample-finished': {
    readonly sample: string;
    readonly end: SampleEnd;
    readonly usage?: Usage;
    readonly durationMs: number;
  };
  'candidate-created': {
    readonly candidate: string;
    readonly sample: string;
    readonly diff: string;
    /** What had to be tolerated in the reply. */
    readonly note?: string;
  };
  'verification-started': {
    readonly candidate: string;
    readonly stage: 'targets' | 'related' | 'suite' | 'confirmation';
  };
  verdict: {
    /** Absent where the reply held no patch. */
    readonly candidate?: string;
    readonly sample: string;
    readonly verdict: Verdict;
  };
  'repair-started': { readonly wave: number; readonly parents: readonly string[] };
  'selection-finished': {
    readonly ranking: readonly string[];
    readonly reason: string;
    /** How those that passed behave; absent where only one did. */
    readonly behaviour?: Behaviour;
  };
  'winner-confirmed': { readonly candidate: string; readonly verdict: Verdict };
  /** Small changes of the lines that the winner changed: which of them the tests would not notice. */
  'winner-audited': { readonly candidate: string; readonly mutants: MutantFindings };
  'budget-updated': { readonly spending: Spending };
  warning: { readonly message: string };
  'run-finished': {
    readonly outcome: Outcome;
    /** For people: what happened and, where something went wrong, what to do. */
    readonly reason: string;
    readonly winner?: string;
    /** Unified diff of the winner against the snapshot. */
    readonly diff?: string;
    readonly evidence?: Evidence;
    readonly spending: Spending;
  };
}

export type EventType = keyof EventFields;

/** What every event carries besides its own fields. */
export interface EventHeader {
  readonly v: number;
  readonly run: string;
  /** Counted from 1 within the run, without gaps. */
  readonly seq: number;
  /** ISO 8601 time. */
  readonly at: string;
}

export type RunEventOf<T extends EventType> = EventHeader & { readonly type: T } & EventFields[T];

/** One line of a run's log. The sidebar shows, the store keeps and the CLI prints the same list. */
export type RunEvent = { [T in EventType]: RunEventOf<T> }[EventType];

/** An event before the run has given it its header. */
export type EventBody = { [T in EventType]: { readonly type: T } & EventFields[T] }[EventType];
