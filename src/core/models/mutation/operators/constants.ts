import { replace } from '../changes';
import type { Operator } from '../operator';
import { NUMBERS } from '../tree';

const WORDS: Readonly<Record<string, readonly (readonly [text: string, likelihood: number])[]>> = {
  true: [['false', 1]],
  false: [['true', 1]],
  True: [
    ['False', 1],
    ['None', 0.2],
  ],
  False: [
    ['True', 1],
    ['None', 0.2],
  ],
  null: [
    ['undefined', 0.7],
    ['[]', 0.2],
    ["''", 0.2],
    ['0', 0.2],
  ],
  undefined: [
    ['null', 0.7],
    ['[]', 0.2],
    ["''", 0.2],
    ['0', 0.2],
  ],
  None: [
    ['[]', 0.3],
    ['0', 0.3],
    ["''", 0.25],
    ['False', 0.25],
    ['{}', 0.2],
  ],
  Infinity: [
    ['-Infinity', 1],
    ['0', 0.4],
  ],
};

/** A wrong constant: the other truth value, a number that misses by one or has the wrong sign. */
export const constants: Operator = {
  id: 'constants',
  prior: 0.6,
  nodes: [...NUMBERS, 'true', 'false', 'null', 'undefined', 'none', 'identifier'],
  *edits(node) {
    if (node.parent?.type === 'literal_type') return;
    for (const [text, likelihood] of alternativesTo(node.text))
      yield {
        splices: replace(node, text),
        description: `A wrong constant: \`${text}\` instead of \`${node.text}\`.`,
        likelihood,
      };
  },
};

function alternativesTo(text: string): readonly (readonly [text: string, likelihood: number])[] {
  if (/^\d+$/.test(text)) return numbersNear(Number(text));
  if (/^\d*\.\d+$/.test(text))
    return [
      [`-${text}`, 0.3],
      ['0', 0.3],
      ['1', 0.3],
    ];
  return WORDS[text] ?? [];
}

function numbersNear(value: number): readonly (readonly [text: string, likelihood: number])[] {
  if (value === 0)
    return [
      ['1', 1],
      ['-1', 0.5],
    ];
  if (value === 1)
    return [
      ['0', 1],
      ['2', 0.6],
      ['-1', 0.4],
    ];
  const others: readonly (readonly [string, number])[] = [
    [String(value - 1), 0.7],
    [String(value + 1), 0.7],
    ['0', 0.2],
    ['1', 0.3],
  ];
  const scaled: readonly (readonly [string, number])[] =
    value >= 10
      ? [
          [String(value * 10), 0.3],
          ...(value % 10 === 0 ? [[String(value / 10), 0.3] as const] : []),
        ]
      : [];
  return [...others, ...scaled];
}
