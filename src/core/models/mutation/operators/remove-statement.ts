import { namedChildrenOf } from '../../../syntax/nodes';
import { replace } from '../changes';
import type { Operator } from '../operator';
import { isInBlock, statementsAround, STATEMENTS, withoutStatement } from '../statements';

const LIKELIHOODS: Readonly<Record<string, number>> = {
  if_statement: 1,
  return_statement: 0.7,
  continue_statement: 1,
  break_statement: 1.2,
  expression_statement: 0.8,
  delete_statement: 0.8,
};

/** A statement too many: an early return, a `break`, a call made twice. */
export const removeStatement: Operator = {
  id: 'remove-statement',
  prior: 0.4,
  nodes: STATEMENTS,
  *edits(node, { text, family }) {
    if (!isInBlock(node) || /^["']/.test(node.text)) return;
    const isAlone = statementsAround(node).length === 1;
    if (isAlone && node.parent?.type === 'program') return;
    const [value] = namedChildrenOf(node);
    const [line = ''] = node.text.split('\n');
    yield {
      splices:
        isAlone && family === 'python' ? replace(node, 'pass') : [withoutStatement(text, node)],
      description: `This may be too much: \`${line}\`.`,
      likelihood:
        (LIKELIHOODS[node.type] ?? 0.4) *
        (node.type === 'return_statement' && value === undefined ? 1.2 : 1) *
        (node.type === 'if_statement' && node.text.length > 160 ? 0.4 : 1),
    };
  },
};
