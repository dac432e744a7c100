import type { CandidateView, SampleView } from '../../core/view';
import { toneOf } from '../../core/view';

interface BadgeProps {
  readonly sample: SampleView;
  readonly candidate: CandidateView | undefined;
  readonly live: boolean;
}

/** The verdict by its name; without one, what is going on. */
export function Badge({ sample, candidate, live }: BadgeProps) {
  const verdict = candidate?.verdict ?? sample.verdict;
  if (verdict) return <span class={`badge tone-${toneOf(verdict.kind)}`}>{verdict.kind}</span>;
  return <span class="badge tone-pending">{stateOf(sample, candidate, live)}</span>;
}

function stateOf({ end }: SampleView, candidate: CandidateView | undefined, live: boolean): string {
  if (end?.kind === 'failed') return 'no reply';
  if (end?.kind === 'cancelled') return 'cancelled';
  if (!live) return candidate ? 'not tested' : 'unfinished';
  if (!end) return 'writing…';
  if (!candidate) return 'reading…';
  return candidate.stage === undefined ? 'waiting…' : 'testing…';
}
