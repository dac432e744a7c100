import type { Cluster, Outcome } from '../api/behaviour';
import type { JudgedCandidate } from '../api/strategy';

/** What one candidate did on every input. */
export interface Observed {
  readonly id: string;
  readonly outcomes: readonly Outcome[];
}

/**
 * The inputs, by their numbers, whose outcomes say something: some candidate got there and gave what
 * can be looked into and stays the same. Equality of what cannot be seen is no agreement.
 */
export function tellingInputs(observed: readonly Observed[]): readonly number[] {
  const count = Math.max(0, ...observed.map(({ outcomes }) => outcomes.length));
  return Array.from({ length: count }, (_, index) => index).filter((index) => {
    const outcomes = observed.flatMap(({ outcomes: all }) => all[index] ?? []);
    const says = outcomes.some(({ kind, opaque }) => !opaque && !SAYS_NOTHING.has(kind));
    return says || new Set(outcomes.map(keyOf)).size > 1;
  });
}

const SAYS_NOTHING = new Set<Outcome['kind']>(['varies', 'unreached']);

/**
 * Puts together the candidates that did the same on every input. `ranked` are the passing candidates
 * in order of trust. First comes the cluster with the most votes, those for candidates without doubts
 * before all others: independent samples that agree in what they do are right more often than the
 * one that passed first. Then the one with more distinct candidates, then the one ranked first.
 */
export function clusterByBehaviour(
  ranked: readonly JudgedCandidate[],
  observed: readonly Observed[],
): readonly Cluster[] {
  const telling = tellingInputs(observed);
  const keys = new Map(
    observed.map(({ id, outcomes }) => [
      id,
      JSON.stringify(telling.map((index) => keyOf(outcomes[index] ?? UNREACHED))),
    ]),
  );
  const clusters = new Map<string, JudgedCandidate[]>();
  for (const candidate of ranked) {
    const key = keys.get(candidate.id);
    if (key !== undefined) clusters.set(key, [...(clusters.get(key) ?? []), candidate]);
  }
  return [...clusters.values()]
    .sort(
      (one, other) =>
        votesOf(other.filter(isClean)) - votesOf(one.filter(isClean)) ||
        votesOf(other) - votesOf(one) ||
        other.length - one.length,
    )
    .map((members) => ({ candidates: members.map(({ id }) => id), votes: votesOf(members) }));
}

/** The candidates in order of trust: cluster by cluster, then those in none. */
export function rankByClusters<T extends { readonly id: string }>(
  ranked: readonly T[],
  clusters: readonly Cluster[],
): readonly T[] {
  const byId = new Map(ranked.map((candidate) => [candidate.id, candidate]));
  const compared = clusters.flatMap(({ candidates }) => candidates);
  const first = compared.flatMap((id) => byId.get(id) ?? []);
  return [...first, ...ranked.filter(({ id }) => !compared.includes(id))];
}

/**
 * The input, by its number, that shows best how clusters differ: one on which the first cluster and
 * the next give values, more clusters part, and which is short to read. Undefined for one cluster.
 */
export function distinguishingInput(
  clusters: readonly Cluster[],
  observed: readonly Observed[],
  lengthOf: (input: number) => number,
): number | undefined {
  const outcomesOf = outcomesByCluster(clusters, observed);
  const score = (input: number) => {
    const outcomes = outcomesOf(input);
    const [first, second] = outcomes;
    return [
      first && second && keyOf(first) !== keyOf(second) ? 1 : 0,
      outcomes.filter(({ kind }) => kind === 'returns').length,
      new Set(outcomes.map(keyOf)).size,
      -lengthOf(input),
    ];
  };
  return tellingInputs(observed)
    .filter((input) => new Set(outcomesOf(input).map(keyOf)).size > 1)
    .map((input) => ({ input, score: score(input) }))
    .sort((one, other) => compare(other.score, one.score))[0]?.input;
}

/** What each cluster did on an input. */
export function outcomesByCluster(
  clusters: readonly Cluster[],
  observed: readonly Observed[],
): (input: number) => readonly Outcome[] {
  const byId = new Map(observed.map(({ id, outcomes }) => [id, outcomes]));
  return (input) =>
    clusters.map(({ candidates: [first] }) => byId.get(first ?? '')?.[input] ?? UNREACHED);
}

export const UNREACHED: Outcome = { kind: 'unreached', text: '', opaque: false };

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [at, value] of one.entries()) if (value !== other[at]) return value - (other[at] ?? 0);
  return 0;
}

function keyOf({ kind, text }: Outcome): string {
  return `${kind} ${text}`;
}

function votesOf(members: readonly JudgedCandidate[]): number {
  return members.reduce((sum, { votes }) => sum + votes, 0);
}

function isClean({ verdict }: JudgedCandidate): boolean {
  return verdict.kind === 'passed' && (verdict.doubts?.length ?? 0) === 0;
}
