import { diffChars } from 'diff';

/**
 * How alike two blocks of equally many lines are, from 0 to 1: each line's share of characters
 * kept in order (Ratcliff and Obershelp's measure, on the shortest edit script of Myers), weighted
 * by its length, since a lone brace says little. White space around lines does not count. Anything
 * below `least` is reported as 0, so that unlike blocks cost next to nothing.
 */
export function blockSimilarity(a: readonly string[], b: readonly string[], least: number): number {
  const pairs = a.map((line, index) => pairOf(line, b[index] ?? ''));
  const total = pairs.reduce((sum, pair) => sum + pair.weight, 0);
  if (total === 0) return 0;
  const mayLose = (1 - least) * total;
  let lost = 0;
  for (const pair of pairs) {
    if (pair.left === pair.right) continue;
    lost += pair.weight * difference(pair.left, pair.right, (mayLose - lost) / pair.weight);
    if (lost > mayLose) return 0;
  }
  return 1 - lost / total;
}

interface Pair {
  readonly left: string;
  readonly right: string;
  readonly weight: number;
}

function pairOf(a: string, b: string): Pair {
  const left = a.trim();
  const right = b.trim();
  return { left, right, weight: Math.max(left.length, right.length) };
}

/** The share of characters to insert or remove, from 0 to 1; 1 where it is more than `most`. */
function difference(left: string, right: string, most: number): number {
  const total = left.length + right.length;
  const maxEditLength = Math.floor(total * Math.min(Math.max(most, 0), 1));
  if (Math.abs(left.length - right.length) > maxEditLength) return 1;
  const script = diffChars(left, right, { maxEditLength });
  if (script === undefined) return 1;
  const edited = script.filter((part) => part.added || part.removed);
  return edited.reduce((sum, part) => sum + part.value.length, 0) / total;
}
