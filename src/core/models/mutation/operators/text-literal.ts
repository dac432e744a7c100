import { replace } from '../changes';
import type { Operator } from '../operator';
import { childrenOf } from '../../../syntax/nodes';

/** Separators and the like that are taken for each other. */
const ROWS: readonly (readonly string[])[] = [
  ['', ' ', ', '],
  [',', ', ', ';', ' '],
  ['\\n', ' ', ''],
  ['-', '_', ' '],
  ['.', ','],
  ['/', '', '\\\\'],
  ['0', ' '],
  ['&', '?', ';'],
  ['=', ':'],
  [': ', ':', '='],
];

/** A wrong separator or filler. */
export const textLiteral: Operator = {
  id: 'text-literal',
  prior: 0.35,
  nodes: ['string'],
  *edits(node) {
    const parts = childrenOf(node);
    const open = parts[0]?.text ?? '';
    const close = parts.at(-1)?.text ?? '';
    if (
      !/^[rRbBfF]?['"]$/.test(open) ||
      /^(import|export|expression)_/.test(node.parent?.type ?? '')
    )
      return;
    const text = node.text.slice(open.length, -close.length);
    const others = new Set(ROWS.filter((row) => row.includes(text)).flat());
    for (const other of others)
      if (other !== text)
        yield {
          splices: replace(node, open + other + close),
          description: `A wrong separator: \`${open}${other}${close}\` instead of \`${node.text}\`.`,
          likelihood: text === '' ? 0.5 : 0.8,
        };
  },
};
