import { childrenOf } from '../../../syntax/nodes';
import { replace, insertion } from '../changes';
import type { Operator } from '../operator';
import { isTarget } from '../tree';

/** A property of something that may be missing. */
export const optionalChaining: Operator = {
  id: 'optional-chaining',
  prior: 0.3,
  nodes: ['member_expression', 'subscript_expression'],
  *edits(node) {
    const object = node.childForFieldName('object');
    if (!object || /^(this|super)$/.test(object.type) || isTarget(node)) return;
    if (
      /^(Math|JSON|Object|Array|Number|String|Promise|Date|console|process|module|exports|path|fs|Buffer)$/.test(
        object.text,
      )
    )
      return;
    const dot = childrenOf(node).find(({ type }) => type === '.' || type === 'optional_chain');
    if (dot?.type === 'optional_chain') return;
    yield {
      splices: dot ? replace(dot, '?.') : [insertion(object.endIndex, '?.')],
      description: `\`${object.text}\` may be missing; \`?.\` asks first.`,
      likelihood: object.type === 'identifier' ? 0.8 : 1,
    };
  },
};
