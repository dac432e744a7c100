import type { Operator } from '../operator';
import { otherOperators, type Alternatives } from '../tokens';

const BOUNDARIES: Alternatives = {
  '<': [['<=', 1]],
  '<=': [['<', 1]],
  '>': [['>=', 1]],
  '>=': [['>', 1]],
};

const DIRECTIONS: Alternatives = {
  '<': [
    ['>', 0.45],
    ['>=', 0.3],
  ],
  '<=': [
    ['>=', 0.45],
    ['>', 0.3],
  ],
  '>': [
    ['<', 0.45],
    ['<=', 0.3],
  ],
  '>=': [
    ['<=', 0.45],
    ['<', 0.3],
  ],
};

/** A boundary that should belong to the range or should not; a comparison the wrong way round. */
export const relational: Operator = {
  id: 'relational',
  prior: 1,
  nodes: ['binary_expression', 'comparison_operator'],
  *edits(node) {
    yield* otherOperators(
      node,
      BOUNDARIES,
      'Whether a boundary belongs to the range is easily mistaken',
    );
    yield* otherOperators(node, DIRECTIONS, 'The comparison may be the wrong way round');
  },
};
