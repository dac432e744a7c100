import type { Operator } from '../operator';
import { otherOperators, type Alternatives } from '../tokens';

const ALTERNATIVES: Alternatives = {
  '&&': [['||', 1]],
  '||': [
    ['&&', 1],
    ['??', 0.9],
  ],
  '??': [['||', 0.8]],
  and: [['or', 1]],
  or: [['and', 1]],
};

/** `and` for `or`; a fallback for empty values where only missing ones are meant. */
export const logical: Operator = {
  id: 'logical',
  prior: 0.75,
  nodes: ['binary_expression', 'boolean_operator'],
  *edits(node) {
    const mixes =
      /&&/.test(node.text) || /[|&?]/.test(node.parent?.childForFieldName('operator')?.text ?? '');
    for (const edit of otherOperators(
      node,
      ALTERNATIVES,
      'How two conditions, or a value and its fallback, combine',
    ))
      // `??` may not stand beside `&&` or `||` without brackets.
      if (!mixes || edit.splices[0]?.text !== '??') yield edit;
  },
};
