import { namedChildrenOf } from '../../../syntax/nodes';
import type { SyntaxNode } from '../../../syntax/parsing';
import { replace } from '../changes';
import type { Operator } from '../operator';
import { CONDITIONALS, conditionOf } from '../statements';
import { operand } from '../tree';

/** What has an opposite operator, is a constant or no condition at all is left to other operators. */
const OTHERS = /^(unary_|not_|comparison_|true|false|none|number|integer|null|undefined|string)/;
const JOINS = /^(&&|\|\||\?\?|and|or|in|instanceof)$/;

/** A condition that holds exactly when it should not: `!` missing, or one too many. */
export const negateCondition: Operator = {
  id: 'negate-condition',
  prior: 0.6,
  nodes: [
    ...CONDITIONALS,
    'binary_expression',
    'boolean_operator',
    'unary_expression',
    'not_operator',
    'return_statement',
    'if_clause',
  ],
  *edits(node, { family }) {
    const not = family === 'python' ? 'not ' : '!';
    const isNegation =
      node.type === 'not_operator' || node.childForFieldName('operator')?.type === '!';
    const argument = node.childForFieldName('argument');
    if (isNegation && argument) {
      yield {
        splices: replace(node, argument.text),
        description: `One negation too many: \`${argument.text}\` instead of \`${node.text}\`.`,
      };
      return;
    }
    for (const condition of conditionsIn(node).filter(isNegatable)) {
      const text =
        family === 'python' && condition.type !== 'boolean_operator'
          ? condition.text
          : operand(condition);
      yield {
        splices: replace(condition, not + text),
        description: `The condition may be the wrong way round: \`${not}${text}\` instead of \`${condition.text}\`.`,
        likelihood:
          node.type === 'return_statement' ? 0.4 : isOperandOf(condition.parent) ? 0.6 : 1,
      };
    }
  },
};

function isNegatable(condition: SyntaxNode): boolean {
  if (OTHERS.test(condition.type)) return false;
  const isBinary = /^(binary|boolean)_/.test(condition.type);
  return !isBinary || JOINS.test(condition.childForFieldName('operator')?.type ?? '');
}

function conditionsIn(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type === 'return_statement' || node.type === 'if_clause')
    return namedChildrenOf(node)
      .filter(({ type }) => /^(call|identifier|binary_e|boolean|member|attribute)/.test(type))
      .slice(0, 1);
  const condition = conditionOf(node);
  if (condition) return [condition];
  const operator = node.childForFieldName('operator')?.type ?? '';
  if (!/^(&&|\|\||and|or)$/.test(operator)) return [];
  return namedChildrenOf(node);
}

function isOperandOf(parent: { readonly type: string } | null): boolean {
  return parent?.type === 'binary_expression' || parent?.type === 'boolean_operator';
}
