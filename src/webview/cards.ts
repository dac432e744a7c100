import type { CandidateView, RunView, SampleView } from '../core/view';

/** A reply, and the candidate that it created. */
export interface CardContents {
  readonly sample: SampleView;
  readonly candidate: CandidateView | undefined;
}

/**
 * One card a reply, the winner's first, the others in order of arrival; attempts that brought
 * nothing at all are left out.
 */
export function cards({ samples, candidates, end }: RunView): readonly CardContents[] {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const isWinner = ({ candidate }: SampleView) =>
    candidate !== undefined && candidate === end?.winner;
  return [...samples]
    .sort((a, b) => Number(isWinner(b)) - Number(isWinner(a)))
    .filter(({ end }) => end?.kind !== 'exhausted')
    .map((sample) => ({
      sample,
      candidate: sample.candidate === undefined ? undefined : byId.get(sample.candidate),
    }));
}
