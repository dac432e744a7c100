import { namedChildrenOf } from '../../../syntax/nodes';
import type { SyntaxNode } from '../../../syntax/parsing';
import type { Operator } from '../operator';
import { otherOperators, type Alternatives } from '../tokens';

const ALTERNATIVES: Alternatives = {
  '+=': [
    ['-=', 1],
    ['=', 0.8],
    ['*=', 0.3],
  ],
  '-=': [
    ['+=', 1],
    ['=', 0.6],
  ],
  '*=': [
    ['+=', 0.7],
    ['/=', 0.7],
    ['=', 0.5],
    ['**=', 0.2],
  ],
  '/=': [
    ['*=', 0.8],
    ['//=', 0.8],
    ['=', 0.4],
  ],
  '//=': [
    ['/=', 0.8],
    ['%=', 0.6],
  ],
  '%=': [
    ['//=', 0.6],
    ['/=', 0.6],
  ],
  '**=': [['*=', 1]],
  '|=': [
    ['&=', 0.8],
    ['=', 0.6],
  ],
  '&=': [
    ['|=', 0.8],
    ['=', 0.6],
  ],
  '??=': [
    ['||=', 0.7],
    ['=', 0.6],
  ],
  '||=': [
    ['??=', 0.9],
    ['&&=', 0.6],
    ['=', 0.6],
  ],
  '&&=': [['||=', 0.8]],
  '=': [
    ['+=', 1],
    ['-=', 0.5],
    ['??=', 0.3],
    ['*=', 0.3],
    ['||=', 0.2],
    ['|=', 0.2],
  ],
};

/** A value replaced where it should be added up, or the reverse; the wrong direction. */
export const assignment: Operator = {
  id: 'assignment',
  prior: 0.6,
  nodes: [
    'assignment_expression',
    'augmented_assignment_expression',
    'assignment',
    'augmented_assignment',
  ],
  *edits(node, { family }) {
    if (node.type === 'assignment' && !isAssignedTwice(node)) return;
    const foreign = family === 'python' ? /^(\?\?|\|\||&&)=$/ : /^\/\/=$/;
    for (const edit of otherOperators(node, ALTERNATIVES, 'Replacing a value is not adding to it'))
      if (!foreign.test(edit.splices[0]?.text ?? '')) yield edit;
  },
};

/** In Python the first assignment is a declaration, to which nothing can be added. */
function isAssignedTwice(node: SyntaxNode): boolean {
  const name = node.childForFieldName('left');
  if (!name || /_list|tuple/.test(name.type) || namedChildrenOf(node).length > 2) return false;
  return node.tree.rootNode.text.slice(0, node.startIndex).includes(name.text);
}
