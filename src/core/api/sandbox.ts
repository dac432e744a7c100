import type { Patch } from './patch';
import type { ProcessLimits, ProcessOutcome } from './process';

export type SandboxKind = 'overlay' | 'slot';

/** A command as seen from inside a sandbox. */
export interface SandboxCommand {
  readonly argv: readonly [string, ...string[]];
  /** Working directory relative to the snapshot's root; '' is the root. */
  readonly cwd: string;
  /** Added to the sandbox's own cleared environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly limits: ProcessLimits;
}

/** An isolated view of the snapshot with at most one patch applied. */
export interface Sandbox {
  /** Absolute path at which the snapshot's root is found by commands run here. */
  readonly root: string;
  /** Absolute path of an empty folder outside the tree, for reports; emptied by `reset`. */
  readonly scratch: string;
  /** Back to the untouched snapshot, then apply this patch. */
  reset(patch: Patch): Promise<void>;
  run(command: SandboxCommand, signal: AbortSignal): Promise<ProcessOutcome>;
}

/** Lends sandboxes, each to one borrower at a time. Disposing kills and removes everything. */
export interface SandboxPool {
  readonly kind: SandboxKind;
  /** Runs `use` with a sandbox, waiting for a free one; `fresh` asks for one never used before. */
  lend<T>(
    use: (sandbox: Sandbox) => Promise<T>,
    options: { readonly fresh: boolean; readonly signal: AbortSignal },
  ): Promise<T>;
  dispose(): Promise<void>;
}
