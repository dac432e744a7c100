import { pieces, type Part, type Reply } from './model-server';

/** The function of examples/node-test-pricing that its tests find wrong. */
export const PRICING = {
  file: 'src/discounts.js',
  lines: { first: 22, last: 28 },
  wrong: 'quantity > tier.from',
  right: 'quantity >= tier.from',
};

/** What a model may reply when it is asked for that function. */
export const answers = {
  right: answer('quantity >= tier.from'),
  /** Passes too, by other means. */
  alsoRight: answer('quantity > tier.from - 1'),
  /** Repairs nothing. */
  wrong: answer('tier.from < quantity'),
  /** Breaks a test that passes now. */
  breaks: answer('tier.from >= 0'),
  prose: 'I would compare with `>=` here, but I am not going to write it down.',
};

export const thoughts = {
  right:
    'The failing test says that a tier **starts at its quantity**: `volumeDiscount(10)` should be 5.\n\n' +
    'The loop compares with `quantity > tier.from`, so exactly 10 pieces miss the tier of 10. ' +
    'The tiers are in ascending order and the last one that matches wins, so the loop is right otherwise.\n\n' +
    '1. 9 pieces: no tier, stays 0.\n2. 10 pieces: the first tier, 5.\n3. 24 pieces: still 5.\n\n' +
    'An inclusive comparison is all that is needed.',
  alsoRight:
    'Quantities are whole numbers, so “at least ten” is the same as “more than nine”. ' +
    'Subtracting one from the bound keeps the comparison as it is and makes the tier start at its quantity.',
  wrong:
    'The tests want other tiers to be granted. The comparison reads the wrong way round: ' +
    'the bound of the tier should come first, so I write `tier.from < quantity`.',
  breaks:
    'Every tier of the list seems to be meant to apply. If all of them have a bound of zero or more, ' +
    'the highest percentage is what a customer expects.',
};

/** A whole reply whose thoughts arrive in pieces, the last part of them after `until`. */
export function thinksThenSays(
  { thought, text }: { readonly thought: string; readonly text: string },
  until: Promise<unknown> = Promise.resolve(),
): Reply {
  const thoughtParts: readonly Part[] = pieces(thought, 12).map((reasoning) => ({ reasoning }));
  const middle = Math.ceil(thoughtParts.length / 2);
  return {
    parts: [
      ...thoughtParts.slice(0, middle),
      { until },
      ...thoughtParts.slice(middle),
      ...pieces(text, 40).map((piece) => ({ text: piece })),
      { finish: 'stop' },
      { usage: { prompt_tokens: 812, completion_tokens: 164, total_tokens: 976 } },
      'done',
    ],
  };
}

/** Thinks a little and never ends. */
export function thinksForever(thought: string): Reply {
  return { parts: [...pieces(thought, 12).map((reasoning) => ({ reasoning })), 'hang'] };
}

function answer(condition: string): string {
  return `The comparison is what matters.

\`\`\`js
export function volumeDiscount(quantity, tiers = STANDARD_TIERS) {
  let percent = 0;
  for (const tier of tiers) {
    if (${condition}) percent = tier.percent;
  }
  return percent;
}
\`\`\`
`;
}
