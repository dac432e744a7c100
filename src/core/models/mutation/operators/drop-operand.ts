import type { SyntaxNode } from '../../../syntax/parsing';
import { replace } from '../changes';
import type { Operator } from '../operator';
import { isAtom } from '../tree';

const DROPPABLE = new Set(['&&', '||', '??', 'and', 'or']);
const TERMS = new Set(['+', '-', '*', '/', '//', '%']);

/** A part of a condition or of a calculation that should not be there. */
export const dropOperand: Operator = {
  id: 'drop-operand',
  prior: 0.5,
  nodes: ['binary_expression', 'boolean_operator', 'binary_operator'],
  *edits(node) {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    const operator = node.childForFieldName('operator')?.type ?? '';
    if (!left || !right) return;
    const isLogical = DROPPABLE.has(operator);
    if (!isLogical && !TERMS.has(operator)) return;
    const isStep = /^\d+$/.test(right.text);
    yield {
      splices: replace(whole(node, left), left.text),
      description: `\`${operator} ${firstLine(right.text)}\` may be too much.`,
      likelihood: isLogical ? 0.7 : isStep ? 1 : 0.3,
    };
    yield {
      splices: replace(whole(node, right), right.text),
      description: `\`${firstLine(left.text)} ${operator}\` may be too much.`,
      likelihood: isLogical ? 0.7 : 0.2,
    };
  },
};

function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line === text ? line : `${line}…`;
}

/** The brackets around a sum go with it where what is left needs none. */
function whole(node: SyntaxNode, left: SyntaxNode): SyntaxNode {
  const around = node.parent;
  const isBracketed =
    around?.type === 'parenthesized_expression' &&
    !/_(statement|clause)$/.test(around.parent?.type ?? '');
  return isBracketed && isAtom(left) ? around : node;
}
