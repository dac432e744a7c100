import * as vscode from 'vscode';
import type { CandidateView, RunView } from '../../core/view';
import { counted, taskTitle, verdictDetail } from '../../core/view';
import type { CandidateTarget, CommandId, RunTarget } from '../commands/ids';
import type { Decision } from '../../webview/messages';
import { outcomeIcon, verdictIcon } from './verdict-icon';

/** A run as a row of the tree. */
export function runItem(
  view: RunView,
  live: boolean,
  decision: Decision | undefined,
): vscode.TreeItem {
  const { start, end, candidates } = view;
  const title = start ? taskTitle(start.task) : '';
  const state = candidates.length > 0 ? expansion(live) : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(title, state);
  const outcome = outcomeText(view, live);
  const time = start ? timeText(new Date(start.at)) : '';
  item.description = [outcome, decision, time].filter(Boolean).join(' · ');
  item.iconPath = outcomeIcon(end?.outcome, live);
  item.contextValue = live ? 'run.live' : 'run';
  item.tooltip = new vscode.MarkdownString(
    [`**${title}** ${outcome}`, start?.task.instruction, end?.reason].filter(Boolean).join('\n\n'),
  );
  if (start) item.command = commandOf('winnow.openRun', 'Open Run', { run: start.run });
  return item;
}

/** A candidate as a row of the tree. */
export function candidateItem(
  { start, end }: RunView,
  { id, samples, verdict }: CandidateView,
  live: boolean,
): vscode.TreeItem {
  const isWinner = id === end?.winner;
  const item = new vscode.TreeItem(id, vscode.TreeItemCollapsibleState.None);
  const words = verdict
    ? [verdict.kind, verdictDetail(verdict)]
    : [live ? 'testing…' : 'not tested'];
  const votes = samples.length > 1 ? counted(samples.length, 'vote') : '';
  item.description = [isWinner ? 'winner' : '', ...words, votes].filter(Boolean).join(' · ');
  item.tooltip = item.description;
  item.iconPath = verdictIcon(verdict, live);
  item.contextValue = isWinner ? 'candidate.winner' : 'candidate';
  if (start)
    item.command = commandOf('winnow.showCandidate', 'Show Candidate', {
      run: start.run,
      candidate: id,
    });
  return item;
}

function expansion(live: boolean): vscode.TreeItemCollapsibleState {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  return live ? Expanded : Collapsed;
}

function outcomeText({ end }: RunView, live: boolean): string {
  if (!end) return live ? 'running' : 'interrupted';
  return end.outcome === 'winner' ? `winner ${end.winner ?? ''}` : end.outcome;
}

/** The time of a run of today, the date of an older one. */
function timeText(at: Date): string {
  const isToday = at.toDateString() === new Date().toDateString();
  return isToday
    ? at.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
    : at.toLocaleDateString(undefined, { month: 'short', day: 'numeric' });
}

function commandOf(
  command: CommandId,
  title: string,
  target: RunTarget | CandidateTarget,
): vscode.Command {
  return { command, title, arguments: [target] };
}
