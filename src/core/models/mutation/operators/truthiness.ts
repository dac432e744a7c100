import type { SyntaxNode } from '../../../syntax/parsing';
import { replace } from '../changes';
import type { Edit, Operator } from '../operator';
import type { Family } from '../site';
import { CONDITIONALS, conditionOf } from '../statements';

/** Tests for a value that is there, their opposites, and how likely they are. */
type Tests = readonly (readonly [holds: string, fails: string, likelihood: number])[];

const SCRIPT: Tests = [
  [' !== undefined', ' === undefined', 1],
  [' != null', ' == null', 0.6],
  ['.length > 0', '.length === 0', 0.3],
];

const PYTHON: Tests = [[' is not None', ' is None', 1]];

const VALUES =
  /^(identifier|member_expression|attribute|subscript|subscript_expression|call|call_expression)$/;
const EXPLICIT = /^([^\n]+?)\s*(!==?|===?|is not|is)\s*(null|undefined|None|0|''|"")$/;

/** A condition that takes an empty or zero value for a missing one, or the reverse. */
export const truthiness: Operator = {
  id: 'truthiness',
  prior: 0.5,
  nodes: CONDITIONALS,
  *edits(node, { family }) {
    const condition = conditionOf(node);
    if (!condition) return;
    const isNegated = /^(!|not\b)/.test(condition.text) && /^(unary|not_)/.test(condition.type);
    const value = isNegated ? condition.childForFieldName('argument') : condition;
    if (value && VALUES.test(value.type)) yield* stricter(condition, value, isNegated, family);
    else if (value && !isNegated) yield* looser(condition, family);
  },
};

function* stricter(
  condition: SyntaxNode,
  { text, type }: SyntaxNode,
  isNegated: boolean,
  family: Family,
): Iterable<Edit> {
  for (const [holds, fails, likelihood] of family === 'python' ? PYTHON : SCRIPT) {
    const test = text + (isNegated ? fails : holds);
    yield {
      splices: replace(condition, test),
      description: `An empty or zero value is not a missing one: \`${test}\` instead of \`${condition.text}\`.`,
      likelihood,
    };
  }
  if (family === 'python' || type === 'call_expression') return;
  for (const kind of ['string', 'number', 'function'])
    yield {
      splices: replace(condition, `typeof ${text} ${isNegated ? '!==' : '==='} '${kind}'`),
      description: `Only a ${kind} may be meant: \`typeof ${text}\`.`,
      likelihood: 0.35,
    };
}

function* looser(condition: SyntaxNode, family: Family): Iterable<Edit> {
  const [, what, operator = ''] = EXPLICIT.exec(condition.text) ?? [];
  if (what === undefined || /&&|\|\|| and | or /.test(what)) return;
  const whole = /^[\w$.[\]()]+$/.test(what) ? what : `(${what})`;
  const fails = family === 'python' ? `not ${what}` : `!${whole}`;
  const text = /^(!|is not)/.test(operator) ? what : fails;
  yield {
    splices: replace(condition, text),
    description: `Empty values may count as missing here: \`${text}\` instead of \`${condition.text}\`.`,
    likelihood: 0.6,
  };
}
