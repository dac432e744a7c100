import { childrenOf } from '../../../syntax/nodes';
import { replace } from '../changes';
import type { Operator } from '../operator';

type Alternatives = readonly (readonly [operator: string, likelihood: number])[];

const BOUNDARY = 1;
const DIRECTION = 0.45;
const BOTH = 0.3;

const ALTERNATIVES: Readonly<Record<string, Alternatives>> = {
  '<': [
    ['<=', BOUNDARY],
    ['>', DIRECTION],
    ['>=', BOTH],
  ],
  '<=': [
    ['<', BOUNDARY],
    ['>=', DIRECTION],
    ['>', BOTH],
  ],
  '>': [
    ['>=', BOUNDARY],
    ['<', DIRECTION],
    ['<=', BOTH],
  ],
  '>=': [
    ['>', BOUNDARY],
    ['<=', DIRECTION],
    ['<', BOTH],
  ],
};

/** A boundary that should belong to the range or should not; a comparison the wrong way round. */
export const relational: Operator = {
  id: 'relational',
  prior: 1,
  nodes: ['binary_expression', 'comparison_operator'],
  *edits(node) {
    for (const token of childrenOf(node)) {
      if (token.isNamed) continue;
      for (const [operator, likelihood] of ALTERNATIVES[token.type] ?? [])
        yield {
          splices: replace(token, operator),
          description:
            likelihood === BOUNDARY
              ? `Whether a boundary belongs to the range is easily mistaken: \`${operator}\` instead of \`${token.text}\`.`
              : `The comparison may be the wrong way round: \`${operator}\` instead of \`${token.text}\`.`,
          likelihood,
        };
    }
  },
};
