import type { FileChange, Patch } from './patch';

/** How well tests can tell right from wrong. In words, never a made-up probability. */
export type Grade = 'strong' | 'fair' | 'weak';

/** A trivial body in the place of the selection's own. Tests that it passes can be guessed. */
export interface Stub {
  /** What the body does, as code: `return 0`. */
  readonly name: string;
  readonly patch: Patch;
}

/** A small change of code, made to see whether the tests notice it. */
export interface Mutant {
  /** 1-based, in the text that was changed. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly description: string;
  /** From the text that was changed. */
  readonly change: FileChange;
  /** From the snapshot: what is tried. */
  readonly patch: Patch;
}

/** Mutants in the order in which they are to be tried. */
export interface MutantSample {
  readonly mutants: readonly Mutant[];
  /** How many were found, of which these are a part; in a long selection there may be more. */
  readonly total: number;
}

export interface StubFindings {
  readonly tried: number;
  readonly total: number;
  /** Those that pass every expected test. */
  readonly passing: readonly { readonly name: string; readonly diff: string }[];
}

export interface MutantFindings {
  readonly tried: number;
  readonly total: number;
  readonly survivors: readonly Survivor[];
}

/**
 * A change with which every expected test passes: either it changes nothing that matters, or a test
 * is missing.
 */
export interface Survivor {
  /** 1-based, in the text that was changed. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly description: string;
  /** Unified diff from the text that was changed. */
  readonly diff: string;
}
