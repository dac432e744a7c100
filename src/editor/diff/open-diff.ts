import * as vscode from 'vscode';
import type { CandidateView, RunView } from '../../core/view';
import { verdictDetail } from '../../core/view';
import { addressOf, type Side } from './addresses';
import { survivorsOf } from './documents';

export interface OpenOptions {
  /** Whether the cursor stays where it is. */
  readonly preserveFocus: boolean;
  /** Whether what is shown now stays in view beside it. */
  readonly beside?: boolean;
}

/** Opens the winner beside the file as it was. */
export async function openWinner(view: RunView, options: OpenOptions): Promise<void> {
  const winner = view.candidates.find(({ id }) => id === view.end?.winner);
  if (winner) await openSides(view, ['base', 'winner'], nameOf(winner, view), options);
}

/** Opens a candidate beside the file as it was; the winner can be accepted there. */
export async function openCandidate(
  view: RunView,
  candidate: CandidateView,
  options: OpenOptions,
): Promise<void> {
  if (candidate.id === view.end?.winner) return openWinner(view, options);
  const side = { candidate: candidate.id };
  await openSides(view, ['base', side], nameOf(candidate, view), options);
}

/** Opens two candidates beside each other. */
export async function openComparison(
  view: RunView,
  [first, second]: readonly [CandidateView, CandidateView],
): Promise<void> {
  const name = `${nameOf(first, view)} ↔ ${nameOf(second, view)}`;
  const sides = [{ candidate: first.id }, { candidate: second.id }] as const;
  await openSides(view, sides, name, { preserveFocus: false });
}

/** Opens a change that the tests would not notice beside what it was made to. */
export async function openSurvivor(view: RunView, index: number): Promise<void> {
  const { side, survivors } = survivorsOf(view);
  const survivor = survivors[index];
  if (!survivor) return;
  const name = `line ${survivor.line}, not noticed by your tests`;
  await openSides(view, [side, { survivor: index }], name, { preserveFocus: false });
}

/** `winner c3 (passed 12 tests)`, `c2 (failed)`. */
function nameOf({ id, verdict }: CandidateView, { end }: RunView): string {
  const role = id === end?.winner ? `winner ${id}` : id;
  if (!verdict) return role;
  const words = verdict.kind === 'passed' ? `passed ${verdictDetail(verdict)}` : verdict.kind;
  return `${role} (${words})`;
}

async function openSides(
  { start, snapshot }: RunView,
  sides: readonly [Side, Side],
  name: string,
  { preserveFocus, beside }: OpenOptions,
): Promise<void> {
  if (!start || !snapshot) return;
  const { path } = snapshot.base;
  const [left, right] = sides.map((side) => addressOf(start.run, side, path));
  const title = `Winnow: ${path.slice(path.lastIndexOf('/') + 1)} — ${name}`;
  const options: vscode.TextDocumentShowOptions = {
    preserveFocus,
    preview: true,
    ...(beside === true && { viewColumn: vscode.ViewColumn.Beside }),
  };
  await vscode.commands.executeCommand('vscode.diff', left, right, title, options);
}
