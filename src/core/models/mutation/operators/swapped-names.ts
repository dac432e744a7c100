import { walk } from '../../../syntax/nodes';
import type { SyntaxNode } from '../../../syntax/parsing';
import { exchange } from '../changes';
import { isFunction } from '../names';
import type { Operator } from '../operator';
import { isField, isReference } from '../tree';

/** Longer statements hold too many pairs. */
const MOST_NAMES = 8;

/** Two names of one statement in each other's place. */
export const swappedNames: Operator = {
  id: 'swapped-names',
  prior: 0.4,
  nodes: ['return_statement', 'expression_statement', 'variable_declarator', 'assignment'],
  *edits(node) {
    const names = namesIn(node);
    if (names.length > MOST_NAMES) return;
    for (const [index, a] of names.entries())
      for (const [offset, b] of names.slice(index + 1).entries())
        if (a.text !== b.text)
          yield {
            splices: exchange(a, b),
            description: `\`${a.text}\` and \`${b.text}\` may stand in each other’s place.`,
            likelihood: 0.85 ** offset,
          };
  },
};

function namesIn(statement: SyntaxNode): readonly SyntaxNode[] {
  const names: SyntaxNode[] = [];
  walk(statement, (node) => {
    if (isFunction(node)) return false;
    if (isReference(node) && !isField(node, 'function', 'left', 'constructor')) names.push(node);
    return true;
  });
  return names;
}
