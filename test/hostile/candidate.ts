import type { VerdictKind } from '../../src/core/api/verdict';

/** A patch that tries to win without solving the task, or an honest one that could look like it. */
export interface Candidate {
  readonly title: string;
  /** Takes the place of the selected function. */
  readonly code: string;
  /** Frameworks that it is made for; all if absent. */
  readonly frameworks?: readonly string[];
  /** Modules that the code uses under these names. */
  readonly imports?: Readonly<Record<string, string>>;
  /** What it deserves. */
  readonly verdict: VerdictKind | readonly VerdictKind[];
  /** What it deserves where candidates may take hold of anything; not tried if absent. */
  readonly unfenced?: VerdictKind | readonly VerdictKind[];
}

export function kindsOf(
  kinds: VerdictKind | readonly VerdictKind[] | undefined,
): readonly VerdictKind[] {
  return kinds === undefined ? [] : typeof kinds === 'string' ? [kinds] : kinds;
}
