import { childrenOf } from '../../../syntax/nodes';
import { insertion, removal, replace } from '../changes';
import type { Operator } from '../operator';
import { isInBlock, statementsAround } from '../statements';

/** Two conditions that exclude each other and are both tried; or the reverse. */
export const missingElse: Operator = {
  id: 'missing-else',
  prior: 0.4,
  nodes: ['if_statement', 'elif_clause', 'else_clause'],
  *edits(node, { text, family }) {
    if (node.type === 'elif_clause') {
      const [word] = childrenOf(node);
      if (word && text[word.startIndex] === 'e')
        yield {
          splices: replace(word, 'if'),
          description: 'Both conditions may hold: `if` instead of `elif`.',
          likelihood: 0.8,
        };
      return;
    }
    if (node.type === 'else_clause') {
      const [word, branch] = childrenOf(node);
      if (word && branch?.type === 'if_statement')
        yield {
          splices: [removal(word.startIndex, branch.startIndex)],
          description: 'Both conditions may hold: `if` instead of `else if`.',
          likelihood: 0.6,
        };
      return;
    }
    const all = isInBlock(node) ? statementsAround(node) : [];
    const before = all[all.findIndex(({ id }) => id === node.id) - 1];
    if (before?.type !== 'if_statement' || before.childForFieldName('alternative')) return;
    const leaves = /\b(return|throw|raise|continue|break)\b/.test(before.text);
    if (leaves) return;
    yield {
      splices:
        family === 'python'
          ? [insertion(node.startIndex, 'el')]
          : [insertion(node.startIndex, 'else ')],
      description:
        'The second condition may be meant for the case that the first fails: `else` is missing.',
    };
  },
};
