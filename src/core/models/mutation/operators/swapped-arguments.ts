import { exchange } from '../changes';
import type { Operator } from '../operator';
import { argumentsOf, calledName, CALLS } from '../tree';

const FIXED = new Set(['keyword_argument', 'spread_element', 'list_splat', 'dictionary_splat']);
const FUNCTIONS = /function|lambda/;

/** Two neighbouring arguments in the wrong order. */
export const swappedArguments: Operator = {
  id: 'swapped-arguments',
  prior: 0.6,
  nodes: [...CALLS, 'new_expression'],
  *edits(node) {
    const given = argumentsOf(node);
    for (const [index, left] of given.entries()) {
      const right = given[index + 1];
      if (!right || FIXED.has(left.type) || FIXED.has(right.type)) continue;
      const isMixed = FUNCTIONS.test(left.type) !== FUNCTIONS.test(right.type);
      yield {
        splices: exchange(left, right),
        description: `\`${calledName(node)}\` may take these two arguments in the other order: \`${right.text}\` before \`${left.text}\`.`,
        likelihood:
          (given.length === 2 ? 1 : 0.7) *
          (isMixed ? 0.2 : 1) *
          (left.type === right.type ? 1 : 0.8),
      };
    }
  },
};
