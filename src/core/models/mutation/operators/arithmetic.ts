import type { Operator } from '../operator';
import { otherOperators, type Alternatives } from '../tokens';

const ALTERNATIVES: Alternatives = {
  '+': [
    ['-', 1],
    ['*', 0.4],
  ],
  '-': [['+', 1]],
  '*': [
    ['/', 0.8],
    ['+', 0.4],
    ['**', 0.2],
  ],
  '/': [
    ['*', 0.8],
    ['//', 0.9],
    ['%', 0.4],
  ],
  '//': [
    ['/', 0.9],
    ['%', 0.7],
  ],
  '%': [
    ['//', 0.6],
    ['/', 0.6],
    ['*', 0.2],
  ],
  '**': [['*', 1]],
  '&': [['|', 1]],
  '|': [
    ['&', 1],
    ['^', 0.3],
  ],
  '^': [
    ['**', 0.7],
    ['|', 0.5],
  ],
  '<<': [['>>', 1]],
  '>>': [
    ['<<', 1],
    ['>>>', 0.5],
  ],
  '>>>': [['>>', 1]],
};

/** A calculation with the wrong operator. */
export const arithmetic: Operator = {
  id: 'arithmetic',
  prior: 0.7,
  nodes: ['binary_expression', 'binary_operator'],
  *edits(node, { family }) {
    const foreign = family === 'python' ? '>>>' : '//';
    const joinsText =
      /^(string|template_string|concatenated)/.test(node.childForFieldName('left')?.type ?? '') ||
      /^(string|template_string)/.test(node.childForFieldName('right')?.type ?? '');
    for (const edit of otherOperators(node, ALTERNATIVES, 'The wrong operation'))
      if (edit.splices[0]?.text !== foreign) yield joinsText ? { ...edit, likelihood: 0.1 } : edit;
  },
};
