import { exchange } from '../changes';
import type { Operator } from '../operator';
import { isAtom, operand } from '../tree';

/** Two operands in the wrong order, where the order matters. */
export const swappedOperands: Operator = {
  id: 'swapped-operands',
  prior: 0.5,
  nodes: ['binary_expression', 'binary_operator'],
  *edits(node) {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    const operator = node.childForFieldName('operator')?.type ?? '';
    if (!left || !right || !/^(-|\/|\/\/|%|\*\*|\+)$/.test(operator)) return;
    if (operator === '+' && isAtom(left) && isAtom(right) && !/['"`]/.test(node.text)) return;
    const [newLeft, newRight] = [operand(right), operand(left)];
    const [a, b] = exchange(left, right);
    if (!a || !b) return;
    yield {
      splices: [
        { ...a, text: newLeft },
        { ...b, text: newRight },
      ],
      description: `The operands may be the wrong way round: \`${newLeft} ${operator} ${newRight}\`.`,
      likelihood: operator === '-' ? 1 : operator === '+' ? 0.3 : 0.6,
    };
  },
};
