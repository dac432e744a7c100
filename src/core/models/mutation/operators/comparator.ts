import { exchange, replace } from '../changes';
import type { Edit, Operator } from '../operator';
import type { SyntaxNode } from '../../../syntax/parsing';
import { argumentsOf, calledName, CALLS } from '../tree';

/** Sorting as text what are numbers, or in the wrong direction. */
export const comparator: Operator = {
  id: 'comparator',
  prior: 0.75,
  nodes: CALLS,
  *edits(node, { family }) {
    const name = calledName(node);
    if (family === 'python') {
      if (/^(sorted|sort|min|max)$/.test(name)) yield* pythonEdits(node, name);
      return;
    }
    if (!/^(sort|toSorted)$/.test(name)) return;
    const [compare] = argumentsOf(node);
    const list = node.childForFieldName('arguments');
    if (!compare && list) {
      for (const [text, likelihood] of [
        ['(a, b) => a - b', 1.2],
        ['(a, b) => b - a', 0.6],
      ] as const)
        yield {
          splices: replace(list, `(${text})`),
          description: `Without a comparator numbers are sorted as text: \`${text}\`.`,
          likelihood,
        };
      return;
    }
    const parameters = compare?.childForFieldName('parameters');
    const [a, b] = parameters?.namedChildren ?? [];
    if (a && b)
      yield {
        splices: exchange(a, b),
        description: 'The order may be the wrong way round: the comparator’s two sides swapped.',
        likelihood: 1,
      };
  },
};

function* pythonEdits(node: SyntaxNode, name: string): Iterable<Edit> {
  const list = node.childForFieldName('arguments');
  const reverse = argumentsOf(node).find((argument) => /^reverse\s*=/.test(argument.text));
  if (!list || /^(min|max)$/.test(name)) return;
  if (reverse) {
    const value = reverse.childForFieldName('value');
    if (value)
      yield {
        splices: replace(value, value.text === 'True' ? 'False' : 'True'),
        description: 'The order may be the wrong way round.',
        likelihood: 1,
      };
    return;
  }
  const text = argumentsOf(node).length === 0 ? 'reverse=True' : ', reverse=True';
  yield {
    splices: [{ start: list.endIndex - 1, end: list.endIndex - 1, text }],
    description: 'The order may be the wrong way round: `reverse=True`.',
    likelihood: 0.7,
  };
}
