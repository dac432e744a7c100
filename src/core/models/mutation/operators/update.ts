import { childrenOf } from '../../../syntax/nodes';
import { replace } from '../changes';
import type { Operator } from '../operator';

/** A counter that goes the wrong way, or is read before instead of after it is changed. */
export const update: Operator = {
  id: 'update',
  prior: 0.5,
  nodes: ['update_expression'],
  *edits(node) {
    const argument = node.childForFieldName('argument');
    const operator = childrenOf(node).find(({ isNamed }) => !isNamed);
    if (!argument || !operator) return;
    const other = operator.text === '++' ? '--' : '++';
    yield {
      splices: replace(operator, other),
      description: `The wrong direction: \`${other}\` instead of \`${operator.text}\`.`,
    };
    if (/^(expression_statement|for_statement)$/.test(node.parent?.type ?? '')) return;
    const isPrefix = operator.startIndex < argument.startIndex;
    const text = isPrefix ? argument.text + operator.text : operator.text + argument.text;
    yield {
      splices: replace(node, text),
      description: `The value before and after counting differ: \`${text}\` instead of \`${node.text}\`.`,
      likelihood: 1.2,
    };
  },
};
