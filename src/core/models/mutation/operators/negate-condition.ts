import { namedChildrenOf } from '../../../syntax/nodes';
import { replace } from '../changes';
import type { Operator } from '../operator';
import { CONDITIONALS, conditionOf } from '../statements';
import { operand } from '../tree';

const COMPARISONS = /^(===?|!==?|[<>]=?|is|is not|in|not in)$/;

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
    for (const condition of conditionsIn(node)) {
      const operator =
        condition.childForFieldName('operator')?.type ??
        condition.childForFieldName('operators')?.type;
      if (
        /^(unary|not_)/.test(condition.type) ||
        COMPARISONS.test(operator ?? '') ||
        condition.type === 'comparison_operator'
      )
        continue;
      if (/^(true|false|none|number|null|undefined)$/.test(condition.type)) continue;
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

function conditionsIn(node: Parameters<Operator['edits']>[0]) {
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
