import { insertion } from '../changes';
import type { Operator } from '../operator';
import { calleeOf } from '../tree';

const PLAIN = /^(String|Number|Boolean|Symbol|BigInt|Array|Object)$/;

/** A class called like a function. */
export const missingNew: Operator = {
  id: 'missing-new',
  prior: 0.5,
  nodes: ['call_expression'],
  *edits(node) {
    const callee = calleeOf(node);
    if (
      callee?.type !== 'identifier' ||
      !/^[A-Z][a-z]/.test(callee.text) ||
      PLAIN.test(callee.text)
    )
      return;
    yield {
      splices: [insertion(node.startIndex, 'new ')],
      description: `\`${callee.text}\` looks like a class: \`new\` is missing.`,
    };
  },
};
