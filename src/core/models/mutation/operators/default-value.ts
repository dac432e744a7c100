import { replace } from '../changes';
import type { SyntaxNode } from '../../../syntax/parsing';
import type { Operator } from '../operator';
import type { Family } from '../site';
import { argumentsOf, calledName, CALLS, isField, operand, receiverOf } from '../tree';

/** No fallback for a value that may be missing or empty. */
export const defaultValue: Operator = {
  id: 'default-value',
  prior: 0.35,
  nodes: ['member_expression', 'subscript_expression', 'identifier', 'subscript', ...CALLS],
  *edits(node, { family }) {
    if (!isRead(node) || (/^(call)/.test(node.type) && !mayBeMissing(node))) return;
    for (const [fallback, likelihood] of fallbacks(node, family)) {
      const joined = `${operand(node)} ${fallback}`;
      const isWhole =
        /^(arguments|argument_list|return_statement|variable_declarator|pair|assignment)/.test(
          node.parent?.type ?? '',
        );
      yield {
        splices: replace(node, isWhole ? joined : `(${joined})`),
        description: `\`${node.text}\` may be missing or empty; \`${fallback}\` stands in for it then.`,
        likelihood: likelihood * (node.type === 'identifier' ? 0.35 : 1),
      };
    }
  },
};

/** Where a fallback makes sense: a value that is read, not called, and not a target. */
function isRead(node: SyntaxNode): boolean {
  const parent = node.parent?.type ?? '';
  if (isField(node, 'function', 'object', 'left') && parent !== 'binary_expression') return false;
  if (node.type === 'identifier')
    return (
      /^(return_statement|arguments|variable_declarator|assignment_expression)$/.test(parent) &&
      isField(node, 'value', 'right')
    );
  return /^(return_statement|arguments|argument_list|variable_declarator|assignment|pair|binary|for_in|for_statement|augmented)/.test(
    parent,
  );
}

/** Calls that are known to find nothing now and then. */
function mayBeMissing(call: SyntaxNode): boolean {
  return (
    /^(get|find|match|exec|pop|shift|at|replace|trim|join|slice|strip)$/.test(calledName(call)) &&
    receiverOf(call) !== null &&
    argumentsOf(call).length < 4
  );
}

function fallbacks(node: SyntaxNode, family: Family): readonly (readonly [string, number])[] {
  if (family === 'python')
    return [
      ['or []', 0.5],
      ['or 0', 0.6],
      ["or ''", 0.5],
      ['or {}', 0.4],
    ];
  const inSum =
    /^[+\-*/<>]/.test(node.parent?.childForFieldName('operator')?.type ?? '') ||
    /augmented/.test(node.parent?.type ?? '');
  const isText = /^(replace|trim|join)$/.test(calledName(node));
  const numeric = inSum ? 1.4 : 0.5;
  return isText
    ? [
        ["|| '/'", 0.8],
        ["|| ''", 0.8],
        ['|| undefined', 0.4],
        ['|| null', 0.3],
      ]
    : [
        ['?? 0', numeric],
        ["?? ''", 0.6],
        ['?? []', 0.6],
        ['?? {}', 0.4],
        ['?? null', 0.4],
        ['|| 0', 0.3],
      ];
}
