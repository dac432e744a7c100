import { HumanError } from '../../core/util/human-error';
import { openComparison } from '../diff/open-diff';
import type { Shell } from '../shell';
import type { CandidateTarget } from './ids';
import { pickCandidate, whichCandidate } from './pick';

/** Opens two candidates of a run beside each other; asks for those that are not named. */
export async function compareCandidates(
  shell: Shell,
  first?: CandidateTarget,
  second?: CandidateTarget | readonly CandidateTarget[],
): Promise<void> {
  const chosen = await whichCandidate(shell, first);
  if (!chosen) return;
  const { view, candidate } = chosen;
  const named = otherOf(candidate.id, second);
  if (named !== undefined && named.run !== view.start?.run)
    throw new HumanError('Candidates can be compared with others of the same run only.');
  const others = view.candidates.filter(({ id }) => id !== candidate.id);
  const other = named
    ? others.find(({ id }) => id === named.candidate)
    : await pickCandidate(others, `Compare ${candidate.id} with which candidate?`);
  if (other) await openComparison(view, [candidate, other]);
}

function otherOf(
  id: string,
  second: CandidateTarget | readonly CandidateTarget[] | undefined,
): CandidateTarget | undefined {
  const targets: readonly (CandidateTarget | undefined)[] = Array.isArray(second)
    ? second
    : [second as CandidateTarget | undefined];
  return targets.find((target) => target !== undefined && target.candidate !== id);
}
