import { replace } from '../changes';
import type { Operator } from '../operator';
import { conditionOf } from '../statements';

const MOST = 3;

/** A condition that forgets a case: another value may be missing, empty or too small. */
export const addCondition: Operator = {
  id: 'add-condition',
  prior: 0.25,
  nodes: ['if_statement', 'elif_clause', 'while_statement'],
  *edits(node, { names, family }) {
    const condition = conditionOf(node);
    if (!condition) return;
    const isPython = family === 'python';
    const [and, or] = isPython ? ['and', 'or'] : ['&&', '||'];
    const text =
      /boolean|binary|lambda|ternary|conditional/.test(condition.type) &&
      /&&|\|\||\?| and | or | if /.test(condition.text)
        ? `(${condition.text})`
        : condition.text;
    const near = names
      .visibleAt(condition)
      .filter(
        ({ level, kind, name }) =>
          level === 'function' && kind !== 'function' && kind !== 'class' && name !== 'self',
      );
    for (const [index, { name }] of near.slice(0, MOST).entries()) {
      const not = isPython ? `not ${name}` : `!${name}`;
      for (const added of [`${and} ${name}`, `${or} ${not}`, `${or} ${name}`, `${and} ${not}`].map(
        (more) => `${text} ${more}`,
      ))
        yield {
          splices: replace(condition, added),
          description: `The condition forgets \`${name}\`: \`${added}\`.`,
          likelihood: 0.8 ** index,
        };
    }
  },
};
