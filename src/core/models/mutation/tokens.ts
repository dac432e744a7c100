import { childrenOf } from '../../syntax/nodes';
import type { SyntaxNode } from '../../syntax/parsing';
import { replace } from './changes';
import type { Edit } from './operator';

/** What may stand in an operator's place, and how much likelier it is than the rest. */
export type Alternatives = Readonly<
  Record<string, readonly (readonly [operator: string, likelihood: number])[]>
>;

/** The edits that put another operator in the place of a node's own. */
export function* otherOperators(
  node: SyntaxNode,
  alternatives: Alternatives,
  why: string,
): Iterable<Edit> {
  for (const token of childrenOf(node)) {
    if (token.isNamed) continue;
    for (const [operator, likelihood] of alternatives[token.type] ?? [])
      yield {
        splices: replace(token, operator),
        description: `${why}: \`${operator}\` instead of \`${token.text}\`.`,
        likelihood,
      };
  }
}
