import type { FoundEdit } from './enumerate';
import type { Hints } from './hints';

/** An edit in the order of likelihood. */
export type RankedEdit = FoundEdit;

/** How much an edit loses for each one ahead of it that is of its kind, on its line, or both. */
const SAME_OPERATOR = 0.8;
const SAME_LINE = 0.93;
const SAME_PLACE = 0.75;

/** Behind so many edits nobody looks, and their order may be rough. */
const CAREFUL = 600;

interface Entry {
  readonly edit: FoundEdit;
  readonly likelihood: number;
  readonly keys: readonly (readonly [key: string, loss: number])[];
}

/**
 * The most likely first. What is much alike is spread out: if the first edits of a kind or of a
 * line do not help, the next ones are less likely to.
 */
export function rank(edits: readonly FoundEdit[], hints: Hints): readonly RankedEdit[] {
  const entries = edits
    .map((edit) => entryOf(edit, hints))
    .sort((a, b) => b.likelihood - a.likelihood);
  const careful = entries.splice(0, CAREFUL);
  return [...spread(careful), ...entries].map(({ edit }) => edit);
}

function entryOf(edit: FoundEdit, hints: Hints): Entry {
  const { operator, line, before } = edit;
  return {
    edit,
    likelihood: edit.weight * hints.factor(edit),
    keys: [
      [operator, SAME_OPERATOR],
      [`${line}`, SAME_LINE],
      [`${operator} ${line} ${before}`, SAME_PLACE],
    ],
  };
}

function spread(entries: readonly Entry[]): readonly Entry[] {
  const waiting = [...entries];
  const losses = new Map<string, number>();
  const lossOf = (key: string) => losses.get(key) ?? 1;
  const now = ({ likelihood, keys }: Entry) =>
    keys.reduce((score, [key]) => score * lossOf(key), likelihood);
  const ordered: Entry[] = [];
  while (waiting.length > 0) {
    let best = 0;
    let bestScore = -1;
    waiting.forEach((entry, index) => {
      // The rest is sorted by what it is worth before any loss.
      if (entry.likelihood <= bestScore) return;
      const score = now(entry);
      if (score > bestScore) [best, bestScore] = [index, score];
    });
    for (const entry of waiting.splice(best, 1)) {
      for (const [key, loss] of entry.keys) losses.set(key, lossOf(key) * loss);
      ordered.push(entry);
    }
  }
  return ordered;
}
