import type { FoundEdit } from './enumerate';
import type { Hints } from './hints';

/** An edit with its place in the order of likelihood. */
export type RankedEdit = FoundEdit & {
  /** Likelihood with everything that is known; comparable within one enumeration only. */
  readonly score: number;
};

/** How much an edit loses for each one ahead of it that is of its kind, or on its line. */
const SAME_OPERATOR = 0.8;
const SAME_LINE = 0.93;
const SAME_PLACE = 0.8;

/**
 * The most likely first. What is much alike is spread out: if the first edits of a kind or of a
 * line do not help, the next ones are less likely to.
 */
export function rank(edits: readonly FoundEdit[], hints: Hints): readonly RankedEdit[] {
  const waiting = edits.map((edit) => ({ ...edit, score: edit.weight * hints.factor(edit) }));
  const seen = new Map<string, number>();
  const times = (key: string) => seen.get(key) ?? 0;
  const now = ({ operator, line, before, score }: RankedEdit) =>
    score *
    SAME_OPERATOR ** times(`o ${operator}`) *
    SAME_LINE ** times(`l ${line}`) *
    SAME_PLACE ** times(`p ${operator} ${line} ${before}`);
  const ranked: RankedEdit[] = [];
  while (waiting.length > 0) {
    let best = 0;
    let bestScore = -1;
    waiting.forEach((edit, index) => {
      const score = now(edit);
      if (score > bestScore) [best, bestScore] = [index, score];
    });
    const [taken] = waiting.splice(best, 1);
    if (!taken) break;
    const { operator, line, before } = taken;
    for (const key of [`o ${operator}`, `l ${line}`, `p ${operator} ${line} ${before}`])
      seen.set(key, times(key) + 1);
    ranked.push(taken);
  }
  return ranked;
}
