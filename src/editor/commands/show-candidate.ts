import { openCandidate } from '../diff/open-diff';
import type { Shell } from '../shell';
import type { CandidateTarget } from './ids';
import { whichCandidate } from './pick';

/** Opens a candidate's diff, whatever its verdict, and its card in the sidebar. */
export async function showCandidate(shell: Shell, target?: CandidateTarget): Promise<void> {
  const chosen = await whichCandidate(shell, target);
  if (!chosen) return;
  const { view, candidate } = chosen;
  await openCandidate(view, candidate, { preserveFocus: false });
  if (view.start) await shell.traces.reveal(view.start.run, candidate.id);
}
