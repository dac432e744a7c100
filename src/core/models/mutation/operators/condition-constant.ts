import { replace } from '../changes';
import type { Operator } from '../operator';
import { CONDITIONALS, conditionOf } from '../statements';

/** A condition that should not be there at all. */
export const conditionConstant: Operator = {
  id: 'condition-constant',
  prior: 0.2,
  nodes: CONDITIONALS,
  *edits(node, { family }) {
    const condition = conditionOf(node);
    if (!condition || /^while|^do/.test(node.type)) return;
    for (const text of family === 'python' ? ['True', 'False'] : ['true', 'false'])
      yield {
        splices: replace(condition, text),
        description: `The condition \`${condition.text}\` may be too much: as if it were always \`${text}\`.`,
      };
  },
};
