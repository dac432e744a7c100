import type { SyntaxNode } from '../../syntax/parsing';
import type { Splice } from '../../syntax/splice';
import type { Site } from './site';

/** One change that may repair the code. */
export interface Edit {
  readonly splices: readonly Splice[];
  /** What is changed, and why the original is a usual mistake. For people. */
  readonly description: string;
  /** How much more (or less) likely than the operator's other edits; 1 where it does not matter. */
  readonly likelihood?: number;
}

/** One kind of usual mistake, and how it is undone. */
export interface Operator {
  readonly id: string;
  /** How likely the best edit of this kind is to be the repair, from 0 to 1, before looking. */
  readonly prior: number;
  /** Types of the nodes that it looks at, over all languages. */
  readonly nodes: readonly string[];
  edits(node: SyntaxNode, site: Site): Iterable<Edit>;
}
