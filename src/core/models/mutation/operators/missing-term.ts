import { replace } from '../changes';
import type { Operator } from '../operator';
import { argumentsOf, calledName, CALLS, operand } from '../tree';

/** Functions that take positions. */
const POSITIONS = /^(slice|substring|range|splice|subarray|islice)$/;

/** A length given where an end is expected: `slice(start, size)`. */
export const missingTerm: Operator = {
  id: 'missing-term',
  prior: 0.5,
  nodes: CALLS,
  *edits(node) {
    const [start, end] = argumentsOf(node);
    if (!start || !end || !POSITIONS.test(calledName(node))) return;
    const text = `${operand(start)} + ${operand(end)}`;
    yield {
      splices: replace(end, text),
      description: `\`${calledName(node)}\` takes an end, not a length: \`${text}\`.`,
    };
  },
};
