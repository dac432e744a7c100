import { namedChildrenOf } from '../../../syntax/nodes';
import type { SyntaxNode } from '../../../syntax/parsing';
import { replace } from '../changes';
import type { Edit, Operator } from '../operator';
import { argumentsOf, calledName, isNumber, operand } from '../tree';

/** Functions whose arguments are bounds or positions. */
const BOUNDED = new Set([
  'range',
  'slice',
  'splice',
  'substring',
  'substr',
  'at',
  'charAt',
  'charCodeAt',
  'fill',
  'islice',
  'insert',
  'pop',
]);

/** A bound or a position that misses by one. */
export const offByOne: Operator = {
  id: 'off-by-one',
  prior: 0.8,
  nodes: [
    'call_expression',
    'call',
    'subscript_expression',
    'subscript',
    'slice',
    'return_statement',
  ],
  *edits(node, site) {
    switch (node.type) {
      case 'call_expression':
      case 'call':
        if (BOUNDED.has(calledName(node)))
          for (const [index, bound] of argumentsOf(node).entries())
            yield* shifted(bound, index === argumentsOf(node).length - 1 ? 1 : 0.6);
        return;
      case 'slice':
        for (const bound of namedChildrenOf(node)) yield* shifted(bound, 0.8);
        return;
      case 'return_statement': {
        const [value] = namedChildrenOf(node);
        if (value && /^(binary|call|identifier)/.test(value.type)) yield* shifted(value, 0.2);
        return;
      }
      default: {
        const index = node.childForFieldName(site.family === 'python' ? 'subscript' : 'index');
        if (index && index.type !== 'slice') yield* shifted(index, 0.6);
      }
    }
  },
};

const SHIFTABLE = /^(identifier|binary|call|member|attribute|subscript)/;

/** A number is changed by the operator for numbers. */
function* shifted(bound: SyntaxNode, likelihood: number): Iterable<Edit> {
  if (isNumber(bound) || !SHIFTABLE.test(bound.type)) return;
  const text =
    /^binary/.test(bound.type) && /^[^?&|=<>]*$/.test(bound.text) ? bound.text : operand(bound);
  for (const step of ['+ 1', '- 1'])
    yield {
      splices: replace(bound, `${text} ${step}`),
      description: `Off by one: \`${text} ${step}\` where \`${bound.text}\` stands; whether the last one counts is easily mistaken.`,
      likelihood,
    };
}
