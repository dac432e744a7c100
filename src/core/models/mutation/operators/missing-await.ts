import type { SyntaxNode } from '../../../syntax/parsing';
import { surround } from '../changes';
import { functionAround } from '../names';
import type { Operator } from '../operator';
import { isField, isInAsync } from '../tree';

/** A promise used before it is settled. */
export const missingAwait: Operator = {
  id: 'missing-await',
  prior: 0.8,
  nodes: ['call_expression', 'call', 'return_statement'],
  *edits(node) {
    if (!isInAsync(node) || node.type === 'return_statement') return;
    const { parent } = node;
    if (!parent || parent.type === 'await_expression' || parent.type === 'await') return;
    const needsBrackets = isField(node, 'object', 'function');
    yield {
      splices: needsBrackets ? surround(node, '(await ', ')') : surround(node, 'await ', ''),
      description:
        parent.type === 'return_statement' && isInTry(node)
          ? `\`return ${shortened(node)}\` leaves the \`try\` before the promise is settled, so its failure is never caught here: \`await\` is missing.`
          : `\`${shortened(node)}\` may be a promise that is used before it is settled: \`await\` is missing.`,
      likelihood: likelihoodAt(node),
    };
  },
};

function likelihoodAt(node: SyntaxNode): number {
  if (isInTry(node) && node.parent?.type === 'return_statement') return 1.4;
  return /^(expression_statement|variable_declarator|assignment|return_statement)/.test(
    node.parent?.type ?? '',
  )
    ? 0.8
    : 0.4;
}

/** Whether a node stands in the guarded part of a `try` of its function. */
function isInTry(node: SyntaxNode): boolean {
  const around = functionAround(node);
  for (let at = node; at.parent && at.parent.id !== around?.id; at = at.parent)
    if (at.parent.type === 'try_statement') return isField(at, 'body');
  return false;
}

function shortened({ text }: SyntaxNode): string {
  const [line = ''] = text.split('\n');
  return line.length > 40 || line !== text ? `${line.slice(0, 40)}…` : line;
}
