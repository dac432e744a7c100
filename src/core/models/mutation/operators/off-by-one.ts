import { namedChildrenOf } from '../../../syntax/nodes';
import type { SyntaxNode } from '../../../syntax/parsing';
import { replace } from '../changes';
import type { Edit, Operator } from '../operator';
import { argumentsOf, calledName, isNumber, operand } from '../tree';
import { soundsNumeric } from '../words';

/** Functions whose arguments are bounds or positions. */
const BOUNDED =
  /^(range|slice|splice|substring|substr|subarray|at|charAt|charCodeAt|fill|islice|insert|pop)$/;

/** A bound or a position that misses by one. */
export const offByOne: Operator = {
  id: 'off-by-one',
  prior: 0.8,
  nodes: [
    'call_expression',
    'call',
    'new_expression',
    'subscript_expression',
    'subscript',
    'slice',
    'return_statement',
    'assignment_expression',
    'assignment',
    'variable_declarator',
    'binary_expression',
    'binary_operator',
  ],
  *edits(node, { family }) {
    for (const [value, likelihood] of valuesIn(node, family === 'python')) {
      if (isNumber(value) || !SHIFTABLE.test(value.type)) continue;
      const sounds =
        value.type === 'identifier' || /^(member|attr)/.test(value.type)
          ? soundsNumeric(value.text)
          : true;
      yield* shifted(value, likelihood * (sounds ? 1 : 0.35));
    }
  },
};

const SHIFTABLE = /^(identifier|binary|call|member|attribute|subscript)/;

/** Values that may be positions, and how likely they are wrong. */
function valuesIn(node: SyntaxNode, isPython: boolean): readonly (readonly [SyntaxNode, number])[] {
  const inField = (field: string, likelihood: number) => {
    const value = node.childForFieldName(field);
    return value ? [[value, likelihood] as const] : [];
  };
  switch (node.type) {
    case 'call_expression':
    case 'call':
    case 'new_expression': {
      const given = argumentsOf(node);
      const isBounded = BOUNDED.test(calledName(node));
      return given
        .filter((value) => isBounded || soundsNumeric(value.text))
        .map((value, index) => [value, isBounded ? (index === given.length - 1 ? 1 : 0.6) : 0.3]);
    }
    case 'slice':
      return namedChildrenOf(node).map((bound) => [bound, 0.8]);
    case 'return_statement':
      return namedChildrenOf(node).map((value) => [value, 0.2]);
    case 'assignment_expression':
    case 'assignment':
      return inField('right', 0.3);
    case 'variable_declarator':
      return inField('value', 0.2);
    case 'binary_expression':
    case 'binary_operator':
      return /^[*%]$/.test(node.childForFieldName('operator')?.type ?? '')
        ? inField('left', 0.4)
        : [];
    default:
      return inField(isPython ? 'subscript' : 'index', 0.6);
  }
}

/** A number is changed by the operator for constants. */
function* shifted(value: SyntaxNode, likelihood: number): Iterable<Edit> {
  const isSum = /^binary/.test(value.type) && /^[^?&|=<>]*$/.test(value.text);
  const text = isSum ? value.text : operand(value);
  const isFactor = /^binary/.test(value.parent?.type ?? '');
  for (const step of ['+ 1', '- 1']) {
    const changed = isFactor ? `(${text} ${step})` : `${text} ${step}`;
    yield {
      splices: replace(value, changed),
      description: `Off by one: \`${changed}\` where \`${value.text}\` stands; whether the last one counts is easily mistaken.`,
      likelihood,
    };
  }
}
