import { namedChildrenOf } from '../../../syntax/nodes';
import { insertion } from '../changes';
import { functionAround, isFunction } from '../names';
import type { Operator } from '../operator';
import { bodyOf, isInBlock, nextStatement } from '../statements';

/** A value that is worked out and never handed back. */
export const missingReturn: Operator = {
  id: 'missing-return',
  prior: 0.7,
  nodes: ['expression_statement'],
  *edits(node) {
    const [value] = namedChildrenOf(node);
    const around = functionAround(node);
    if (!value || !around || !isInBlock(node) || /^(string|template_string|yield)/.test(value.type))
      return;
    if (/assignment|update/.test(value.type)) return;
    const isLast = nextStatement(node) === undefined;
    const hasReturn = /\breturn\b/.test(around.text);
    const isOnly = isLast && bodyOf(around).length === 1 && around.type === 'arrow_function';
    const isEnd = isLast && node.parent?.parent != null && isFunction(node.parent.parent);
    yield {
      splices: [insertion(node.startIndex, 'return ')],
      description: `The value of \`${value.text.split('\n')[0] ?? ''}\` is thrown away: \`return\` is missing.`,
      likelihood: isOnly ? 1.4 : isEnd ? (hasReturn ? 0.7 : 1) : isLast ? 0.5 : 0.15,
    };
  },
};
