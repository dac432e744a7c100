import type { Operator } from '../operator';
import { otherOperators, type Alternatives } from '../tokens';

const SCRIPT: Alternatives = {
  '===': [
    ['!==', 1],
    ['==', 0.4],
    ['>=', 0.3],
    ['<=', 0.3],
  ],
  '!==': [
    ['===', 1],
    ['!=', 0.4],
    ['>', 0.15],
    ['<', 0.15],
  ],
  '==': [
    ['!=', 1],
    ['===', 0.7],
  ],
  '!=': [
    ['==', 1],
    ['!==', 0.7],
  ],
};

const PYTHON: Alternatives = {
  '==': [
    ['!=', 1],
    ['>=', 0.3],
    ['<=', 0.3],
    ['is', 0.3],
    ['in', 0.3],
  ],
  '!=': [
    ['==', 1],
    ['>', 0.15],
    ['<', 0.15],
    ['is not', 0.2],
    ['not in', 0.2],
  ],
  is: [
    ['is not', 1],
    ['==', 0.9],
  ],
  'is not': [
    ['is', 1],
    ['!=', 0.9],
  ],
  in: [['not in', 1]],
  'not in': [['in', 1]],
};

/** A test for equality or membership that asks for the opposite, too strictly or too loosely. */
export const equality: Operator = {
  id: 'equality',
  prior: 0.6,
  nodes: ['binary_expression', 'comparison_operator'],
  edits: (node, { family }) =>
    otherOperators(
      node,
      family === 'python' ? PYTHON : SCRIPT,
      'The comparison may ask for the wrong thing',
    ),
};
