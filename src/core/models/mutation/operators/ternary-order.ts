import { namedChildrenOf } from '../../../syntax/nodes';
import { exchange } from '../changes';
import type { Operator } from '../operator';

/** The two outcomes of a conditional expression, the wrong way round. */
export const ternaryOrder: Operator = {
  id: 'ternary-order',
  prior: 0.5,
  nodes: ['ternary_expression', 'conditional_expression'],
  *edits(node) {
    const [first, second, third] = namedChildrenOf(node);
    if (!first || !second || !third) return;
    const [yes, no] = node.type === 'ternary_expression' ? [second, third] : [first, third];
    yield {
      splices: exchange(yes, no),
      description: `The outcomes may be the wrong way round: \`${no.text}\` if the condition holds, else \`${yes.text}\`.`,
    };
  },
};
