import type { MutantSample, Stub } from './api/audit';
import type { Budget } from './api/budget';
import type { TestPlan } from './api/framework';
import type { Model } from './api/model';
import type { FileChange, Patch } from './api/patch';
import type { SandboxPool } from './api/sandbox';
import type { Snapshot } from './api/snapshot';
import type { StopMode, StopRule, Strategy } from './api/strategy';
import type { Problem, Task } from './api/task';
import type { ReadHarness } from './behaviour/instrument';
import type { MeasureMemory } from './measured-tests';
import type { ReplyReading, SamplingPlan } from './search/search-parts';
import type { Syntax } from './syntax/syntax';
import type { RunTests } from './verify/bench';
import type { AddCanaries } from './verify/tamper/challenge';

/** How the project's tests are run: found, or given by the user. */
export type Detection =
  | {
      readonly kind: 'found';
      readonly plan: TestPlan;
      /** The plan in one line, for people. */
      readonly display: string;
      readonly runTests: RunTests;
      readonly isProtected: (path: string) => boolean;
      readonly addCanaries: AddCanaries;
      /** Whether a change touches tests that stand in the same file as the code. */
      readonly changesTests: (change: FileChange) => boolean;
      /** Whether the selection holds nothing but such tests. */
      readonly selectsTests: boolean;
    }
  | { readonly kind: 'none'; readonly reason: string };

/** A selection, its project, and everything that its tests are tried with. */
export interface TestingParts {
  readonly task: Task;
  readonly problem: Problem;
  /** Absolute path of the folder the user works in. */
  readonly workspace: string;
  readonly snapshot: Snapshot;
  /** How long the snapshot took, in milliseconds. */
  readonly snapshotMs: number;
  /** What the user should know before the run begins. */
  readonly notes: readonly string[];
  /** Test runs at a time. */
  readonly workers: number;
  readonly testTimeoutMs: number | undefined;
  readonly unifiedDiff: (patch: Patch) => string;
  /** Makes the selection throw; undefined where that cannot be written. */
  readonly sabotage: Patch | undefined;
  /** Trivial bodies for the selection, most telling first; `tests` are the files that exercise it. */
  stubs(tests: readonly string[]): Promise<readonly Stub[]>;
  /** Small changes of the selection, or of the lines that a patch changed. */
  mutants(patch?: Patch): Promise<MutantSample>;
  /** What the tests said of this tree before; undefined where that is not to be used. */
  readonly memory: MeasureMemory | undefined;
  detect(): Promise<Detection>;
  /** Opens sandboxes, the best kind first; the next is for tests that do not run in it. */
  readonly pools: readonly ((signal: AbortSignal) => Promise<SandboxPool>)[];
}

/** All dependencies of an audit, made explicit. */
export interface AuditParts extends TestingParts {
  /** For trying changes, in milliseconds; undefined means what three runs of the tests leave. */
  readonly auditMs: number | undefined;
}

/** One task and everything its run works with: all dependencies of the engine, made explicit. */
export interface RunParts extends TestingParts {
  readonly model: Model;
  readonly strategy: Strategy;
  readonly stopMode: StopMode;
  readonly stop: StopRule;
  readonly budget: Budget;
  readonly sampling: SamplingPlan;
  /** Go on although the tests cannot judge. */
  readonly force: boolean;
  /** Let candidates take hold of the process, of files and of the network. */
  readonly allowOutside: boolean;
  readonly syntax: Syntax;
  readonly reading: ReplyReading;
  /** Winnow's own code that looks at a function while it runs. */
  readonly harness: ReadHarness;
}
