import { surround } from '../changes';
import type { SyntaxNode } from '../../../syntax/parsing';
import type { Operator } from '../operator';
import { argumentsOf, calledName, CALLS, receiverOf } from '../tree';

const CHANGES = /^(sort|reverse|push|splice|fill)$/;

/** Something changed or handed on that belongs to the caller: a copy is missing. */
export const copy: Operator = {
  id: 'copy',
  prior: 0.5,
  nodes: [
    ...CALLS,
    'return_statement',
    'variable_declarator',
    'assignment',
    'assignment_expression',
    'pair',
  ],
  *edits(node, { family }) {
    const source = sourceIn(node);
    if (!source || !/^(identifier|member_expression|attribute)$/.test(source.type)) return;
    const sorts = CHANGES.test(calledName(node));
    const ways = family === 'python' ? ['list(', 'dict('] : ['[...', '{ ...'];
    for (const [index, open] of ways.entries()) {
      if (sorts && index > 0) continue;
      const close = open.startsWith('[') ? ']' : open.startsWith('{') ? ' }' : ')';
      yield {
        splices: surround(source, open, close),
        description: `\`${source.text}\` itself is changed or handed on: \`${open}${source.text}${close}\` is a copy.`,
        likelihood: sorts ? 1.2 : 0.45 * 0.7 ** index,
      };
    }
  },
};

function sourceIn(node: SyntaxNode): SyntaxNode | null {
  if (/^call/.test(node.type))
    return CHANGES.test(calledName(node)) && argumentsOf(node).length < 2 ? receiverOf(node) : null;
  if (node.type === 'return_statement') return node.namedChildren[0] ?? null;
  return node.childForFieldName('value') ?? node.childForFieldName('right');
}
