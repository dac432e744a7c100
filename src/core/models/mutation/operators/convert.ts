import { surround } from '../changes';
import type { SyntaxNode } from '../../../syntax/parsing';
import type { Operator } from '../operator';
import { calledName, callAround, isField, isReference, isTarget } from '../tree';

type Ways = readonly (readonly [before: string, after: string, likelihood: number])[];

const SCRIPT: Ways = [
  ['Number(', ')', 0.8],
  ['String(', ')', 0.6],
  ['', '.trim()', 0.5],
  ['', '.toLowerCase()', 0.6],
  ['Math.abs(', ')', 0.5],
  ['Math.floor(', ')', 0.6],
  ['Math.round(', ')', 0.4],
  ['decodeURIComponent(', ')', 0.3],
  ['encodeURIComponent(', ')', 0.3],
];

const PYTHON: Ways = [
  ['int(', ')', 0.8],
  ['str(', ')', 0.6],
  ['len(', ')', 0.5],
  ['', '.strip()', 0.5],
  ['', '.lower()', 0.6],
  ['abs(', ')', 0.5],
  ['float(', ')', 0.4],
  ['round(', ')', 0.3],
  ['list(', ')', 0.4],
  ['set(', ')', 0.3],
];

const NUMERIC = /^(Number|Math\.|int|float|abs|round)/;
const DIVISION = new Set(['/']);

/** A value of the wrong type or shape: the usual conversion is missing. */
export const convert: Operator = {
  id: 'convert',
  prior: 0.4,
  nodes: [
    'identifier',
    'member_expression',
    'attribute',
    'subscript_expression',
    'subscript',
    'binary_expression',
    'binary_operator',
  ],
  *edits(node, { family }) {
    if (!isConvertible(node)) return;
    const operator = node.childForFieldName('operator')?.type ?? '';
    const isSum = /^binary/.test(node.type);
    const around = callAround(node);
    for (const [before, after, likelihood] of family === 'python' ? PYTHON : SCRIPT) {
      if (isSum && !NUMERIC.test(before)) continue;
      if (around && before.endsWith(`${calledName(around)}(`)) continue;
      yield {
        splices: surround(node, before, after),
        description: `\`${node.text}\` may need a conversion first: \`${before}${node.text}${after}\`.`,
        likelihood: likelihood * (isSum ? (DIVISION.has(operator) ? 1.2 : 0.6) : 0.7),
      };
    }
  },
};

function isConvertible(node: SyntaxNode): boolean {
  const parent = node.parent?.type ?? '';
  if (
    isTarget(node) ||
    (isField(node, 'function', 'object', 'constructor', 'value') &&
      /^(call|member|attribute|subscript|new)/.test(parent))
  )
    return false;
  if (node.type === 'identifier')
    return (
      isReference(node) &&
      /^(binary|arguments|argument_list|return|variable_declarator|assignment|subscript|comparison|pair|augmented)/.test(
        parent,
      )
    );
  if (/^binary/.test(node.type)) {
    const operator = node.childForFieldName('operator')?.type ?? '';
    return (
      /^[-*/]$/.test(operator) &&
      /^(arguments|argument_list|return|variable_declarator|assignment|binary|paren|pair|subscript)/.test(
        parent,
      )
    );
  }
  return /^(binary|return|arguments|argument_list|comparison|variable_declarator|assignment|pair)/.test(
    parent,
  );
}
