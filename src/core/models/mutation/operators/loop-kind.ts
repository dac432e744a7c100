import { replace } from '../changes';
import type { Operator } from '../operator';

/** Keys taken for values in a loop. */
export const loopKind: Operator = {
  id: 'loop-kind',
  prior: 0.6,
  nodes: ['for_in_statement', 'for_statement', 'for_in_clause'],
  *edits(node, { family }) {
    if (family === 'script') {
      const word = node.childForFieldName('operator');
      const other = word?.text === 'in' ? 'of' : 'in';
      if (word)
        yield {
          splices: replace(word, other),
          description: `\`for … in\` goes over keys, \`for … of\` over values: \`${other}\` instead of \`${word.text}\`.`,
          likelihood: other === 'of' ? 1.4 : 0.3,
        };
      return;
    }
    const over = node.childForFieldName('right');
    const target = node.childForFieldName('left');
    if (!over || !target) return;
    const isPair = target.type === 'pattern_list';
    const ways: readonly (readonly [string, number])[] = isPair
      ? [
          [`${over.text}.items()`, 1],
          [`enumerate(${over.text})`, 1],
        ]
      : [
          [`${over.text}.values()`, 0.4],
          [`list(${over.text})`, 0.5],
          [`reversed(${over.text})`, 0.3],
          [`sorted(${over.text})`, 0.3],
          [`range(len(${over.text}))`, 0.3],
        ];
    if (!/^(identifier|attribute)$/.test(over.type)) return;
    for (const [text, likelihood] of ways)
      yield {
        splices: replace(over, text),
        description: `The loop may go over the wrong thing: \`${text}\` instead of \`${over.text}\`.`,
        likelihood,
      };
  },
};
