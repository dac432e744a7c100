import { replace } from '../changes';
import type { Operator } from '../operator';
import { ACCESSES, argumentsOf, calledName, isField, isTarget } from '../tree';

/** The last position taken for the number of elements. */
export const lengthBound: Operator = {
  id: 'length-bound',
  prior: 0.55,
  nodes: [...ACCESSES, 'call'],
  *edits(node) {
    const isLength =
      node.type === 'call'
        ? calledName(node) === 'len' && argumentsOf(node).length === 1
        : /\.(length|size)$/.test(node.text);
    if (!isLength || isTarget(node) || isField(node, 'function', 'object')) return;
    const operator = node.parent?.childForFieldName('operator')?.type ?? '';
    const text = /^[*/%]/.test(operator) ? `(${node.text} - 1)` : `${node.text} - 1`;
    yield {
      splices: replace(node, text),
      description: `\`${node.text}\` is one more than the last position: \`${text}\`.`,
      likelihood: /^[+-]/.test(operator) ? 0.3 : 1,
    };
    yield {
      splices: replace(node, text.replace('- 1', '+ 1')),
      description: `\`${node.text}\` may count one too few: \`${node.text} + 1\`.`,
      likelihood: 0.3,
    };
  },
};
