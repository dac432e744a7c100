import type { CandidateView, RunView, SampleView } from '../core/view';

/** A reply, and the candidate that it created. */
export interface CardContents {
  readonly sample: SampleView;
  readonly candidate: CandidateView | undefined;
}

/** One card a reply, in order of arrival; attempts that brought nothing at all are left out. */
export function cards({ samples, candidates }: RunView): readonly CardContents[] {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return samples
    .filter(({ end }) => end?.kind !== 'exhausted')
    .map((sample) => ({
      sample,
      candidate: sample.candidate === undefined ? undefined : byId.get(sample.candidate),
    }));
}
