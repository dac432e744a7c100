import type { LanguageId } from '../../api/language';
import type { SyntaxNode } from '../../syntax/parsing';
import { pythonReaches } from './python-reach';
import { scriptReaches } from './script-reach';

/** Something that code takes hold of besides its own arguments. */
export interface Reach {
  /** For people, and the identity of the reach: `process.exit`, `the module child_process`. */
  readonly what: string;
  /** 1-based. */
  readonly line: number;
  /**
   * Whether it may be tried at all. `forbidden`: it can end the runner, change the tests or their
   * tools, or leave the sandbox. `doubtful`: it can tell a test from a real call, or equal anything.
   */
  readonly weight: 'forbidden' | 'doubtful';
}

/** What a program takes hold of, in order of its lines. */
export function reachesIn(root: SyntaxNode, language: LanguageId): readonly Reach[] {
  return language === 'python' ? pythonReaches(root) : scriptReaches(root);
}

/**
 * What `after` takes hold of and `before` did not. A name is known by how it is written, so this is a
 * fence and no wall: what is put together at run time is caught by the tests that must fail.
 */
export function newReaches(before: readonly Reach[], after: readonly Reach[]): readonly Reach[] {
  const known = new Set(before.map(({ what }) => what));
  const seen = new Set<string>();
  return after.filter(({ what }) => !known.has(what) && !seen.has(what) && seen.add(what));
}
