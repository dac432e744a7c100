import * as vscode from 'vscode';
import { HumanError } from '../../core/util/human-error';
import type { CandidateView, RunView } from '../../core/view';
import { counted, taskTitle, verdictDetail } from '../../core/view';
import type { Shell } from '../shell';
import type { CandidateTarget, RunTarget } from './ids';

/** As many runs as a list is good for. */
const OFFERED = 30;

/** The run that a command is about; asks for it where none is named. Undefined if called off. */
export async function whichRun(
  { library }: Shell,
  target: RunTarget | undefined,
): Promise<RunView | undefined> {
  if (target) return viewOf(await library.view(target.run));
  const ids = await library.list(OFFERED);
  const views = (await Promise.all(ids.map((id) => library.view(id)))).filter(
    (view) => view !== undefined,
  );
  if (views.length === 0)
    throw new HumanError(
      'There are no runs yet. Select some code and run Winnow: Solve Selection.',
    );
  const items = views.map((view) => ({ ...runItem(view), view }));
  return (await vscode.window.showQuickPick(items, { placeHolder: 'Which run?' }))?.view;
}

/** The candidate that a command is about, with its run; asks for what is not named. */
export async function whichCandidate(
  shell: Shell,
  target: CandidateTarget | undefined,
): Promise<{ readonly view: RunView; readonly candidate: CandidateView } | undefined> {
  const shown = shell.traces.shown;
  const run = target ?? (shown === undefined ? undefined : { run: shown });
  const view = await whichRun(shell, run);
  if (!view) return undefined;
  const candidate = target
    ? view.candidates.find(({ id }) => id === target.candidate)
    : await pickCandidate(view.candidates, 'Which candidate?');
  return candidate && { view, candidate };
}

/** Asks for one of these candidates. */
export async function pickCandidate(
  candidates: readonly CandidateView[],
  placeHolder: string,
): Promise<CandidateView | undefined> {
  if (candidates.length === 0) throw new HumanError('This run has no candidates to choose from.');
  const items = candidates.map((candidate) => ({
    label: candidate.id,
    description: candidate.verdict
      ? `${candidate.verdict.kind} ${verdictDetail(candidate.verdict)}`
      : 'not tested',
    detail: counted(candidate.samples.length, 'vote'),
    candidate,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.candidate;
}

function viewOf(view: RunView | undefined): RunView {
  if (!view) throw new HumanError('This run is not stored any more.');
  return view;
}

function runItem({ start, end }: RunView): vscode.QuickPickItem {
  return {
    label: start ? taskTitle(start.task) : '',
    description: end?.outcome ?? 'interrupted',
    detail: start && new Date(start.at).toLocaleString(),
  } as vscode.QuickPickItem;
}
