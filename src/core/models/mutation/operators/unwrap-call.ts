import { replace } from '../changes';
import type { Operator } from '../operator';
import { argumentsOf, calledName, calleeOf, CALLS, receiverOf } from '../tree';

/** A call too many: a conversion that spoils the value, a step of a chain. */
export const unwrapCall: Operator = {
  id: 'unwrap-call',
  prior: 0.35,
  nodes: [...CALLS, 'await_expression'],
  *edits(node) {
    if (node.type === 'await_expression') {
      const [value] = node.namedChildren;
      if (value)
        yield {
          splices: replace(node, value.text),
          description: '`await` may be too much here.',
          likelihood: 0.4,
        };
      return;
    }
    if (node.parent?.type === 'expression_statement') return;
    const receiver = receiverOf(node);
    const [only, ...more] = argumentsOf(node);
    const isModule = receiver && /^[A-Z]\w*$|^(math|re|json|os|path)$/.test(receiver.text);
    if (receiver && !isModule) {
      yield {
        splices: replace(node, receiver.text),
        description: `\`.${calledName(node)}(…)\` may be too much.`,
        likelihood: receiver.type === 'identifier' ? 0.6 : 1,
      };
    } else if (
      only &&
      more.length === 0 &&
      calleeOf(node)?.type !== 'super' &&
      !/spread|splat|keyword/.test(only.type)
    ) {
      yield {
        splices: replace(node, only.text),
        description: `\`${calledName(node)}(…)\` may be too much around \`${only.text}\`.`,
        likelihood: 0.8,
      };
    }
  },
};
