import type { Budget } from './api/budget';
import type { TestPlan } from './api/framework';
import type { Model } from './api/model';
import type { FileChange, Patch } from './api/patch';
import type { SandboxPool } from './api/sandbox';
import type { Snapshot } from './api/snapshot';
import type { StopMode, StopRule, Strategy } from './api/strategy';
import type { Problem, Task } from './api/task';
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

/** One task and everything its run works with: all dependencies of the engine, made explicit. */
export interface RunParts {
  readonly task: Task;
  readonly problem: Problem;
  /** Absolute path of the folder the user works in. */
  readonly workspace: string;
  readonly snapshot: Snapshot;
  /** How long the snapshot took, in milliseconds. */
  readonly snapshotMs: number;
  readonly model: Model;
  /** What the user should know before the run begins. */
  readonly notes: readonly string[];
  readonly strategy: Strategy;
  readonly stopMode: StopMode;
  readonly stop: StopRule;
  readonly budget: Budget;
  readonly sampling: SamplingPlan;
  readonly testTimeoutMs: number | undefined;
  /** Go on although the tests cannot judge. */
  readonly force: boolean;
  /** Let candidates take hold of the process, of files and of the network. */
  readonly allowOutside: boolean;
  readonly syntax: Syntax;
  readonly reading: ReplyReading;
  readonly unifiedDiff: (patch: Patch) => string;
  /** Makes the selection throw; undefined where that cannot be written. */
  readonly sabotage: Patch | undefined;
  detect(): Promise<Detection>;
  openPool(signal: AbortSignal): Promise<SandboxPool>;
}
