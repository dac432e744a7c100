import type { LineRange } from '../api/task';
import { isBlank } from './indentation';
import { blockSimilarity } from './similarity';

/** How exactly searched text was found. */
export type Rung = 'exact' | 'trailing white space' | 'indentation' | 'similar';

export type Located =
  | { readonly kind: 'found'; readonly range: LineRange; readonly rung: Rung }
  | { readonly kind: 'ambiguous'; readonly ranges: readonly LineRange[] }
  | { readonly kind: 'absent' };

/** Lowest similarity at which text that is not there counts as found, and lead over the next best. */
const SIMILAR = 0.9;
const LEAD = 0.05;

/** Where to look, and what decides between equal matches. */
export interface Place {
  readonly lines: readonly string[];
  /** Of several matches, the only one that touches these lines is meant. */
  readonly selection: LineRange;
  /** Of several matches, the one that starts at this line is meant. */
  readonly lineHint?: number;
}

interface RungRule {
  readonly rung: Rung;
  readonly key: (line: string) => string;
  /** Compare only lines with something in them. */
  readonly skipBlank: boolean;
}

const rungs: readonly RungRule[] = [
  { rung: 'exact', key: (line) => line, skipBlank: false },
  { rung: 'trailing white space', key: (line) => line.trimEnd(), skipBlank: false },
  { rung: 'indentation', key: (line) => line.trim().replace(/\s+/g, ' '), skipBlank: true },
];

/**
 * Finds the lines that a model quotes. Each rung is tried on the whole file before the next, laxer
 * one; the first with a match decides. Several matches are ambiguous, unless exactly one of them
 * touches the selection.
 */
export function locate(searched: readonly string[], place: Place): Located {
  if (searched.every(isBlank)) return { kind: 'absent' };
  for (const rule of rungs) {
    const matches = matchesOf(searched, place.lines, rule);
    if (matches.length > 0) return decide(matches, rule.rung, place);
  }
  return locateSimilar(searched, place);
}

function matchesOf(
  searched: readonly string[],
  lines: readonly string[],
  { key, skipBlank }: RungRule,
): readonly LineRange[] {
  const keyed = (all: readonly string[]) =>
    all
      .map((line, index) => ({ number: index + 1, key: key(line) }))
      .filter((line) => !skipBlank || line.key !== '');
  const wanted = keyed(searched);
  const given = keyed(lines);
  return given.flatMap((line, at) => {
    const last = given[at + wanted.length - 1];
    if (last === undefined) return [];
    const same = wanted.every((want, index) => given[at + index]?.key === want.key);
    return same ? [{ first: line.number, last: last.number }] : [];
  });
}

function decide(matches: readonly LineRange[], rung: Rung, place: Place): Located {
  const [only, another] = matches;
  if (only === undefined) return { kind: 'absent' };
  if (another === undefined) return { kind: 'found', range: only, rung };
  const hinted = matches.find((match) => match.first === place.lineHint);
  if (hinted !== undefined) return { kind: 'found', range: hinted, rung };
  const selected = matches.filter((match) => touches(match, place.selection));
  const [meant, rival] = selected;
  if (meant !== undefined && rival === undefined) return { kind: 'found', range: meant, rung };
  return { kind: 'ambiguous', ranges: selected.length > 0 ? selected : matches };
}

export function touches(a: LineRange, b: LineRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}

function locateSimilar(searched: readonly string[], place: Place): Located {
  const scoreOf = ({ first, last }: LineRange) =>
    blockSimilarity(searched, place.lines.slice(first - 1, last), SIMILAR - LEAD);
  const scored = windows(searched.length, place.lines.length)
    .map((range) => ({ range, score: scoreOf(range) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (best === undefined || best.score < SIMILAR) return { kind: 'absent' };
  const rivals = scored.filter(({ score }) => best.score - score < LEAD);
  return decide(
    rivals.map(({ range }) => range),
    'similar',
    place,
  );
}

function windows(size: number, total: number): readonly LineRange[] {
  const count = Math.max(total - size + 1, 0);
  return Array.from({ length: count }, (_, at) => ({ first: at + 1, last: at + size }));
}
