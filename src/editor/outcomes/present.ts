import * as vscode from 'vscode';
import type { RunView } from '../../core/view';
import { openWinner } from '../diff/open-diff';
import { readSettings } from '../settings/read-settings';
import type { Shell } from '../shell';
import { askKey } from '../solve/ask-key';
import type { Attention } from '../solve/attention';
import type { SolveRequest } from '../solve/request';
import { solve } from '../solve/solve';
import { runCommand } from '../commands/run-command';
import { noticeOf, type Offer } from './notice';
import { showNotice } from './show-notice';

/** Shows how a run ended, opens the winner's diff, and does what the user chooses then. */
export async function presentOutcome(
  shell: Shell,
  request: SolveRequest,
  view: RunView,
  attention: Attention,
): Promise<void> {
  if (view.end?.outcome === 'winner')
    await openWinner(view, { preserveFocus: true, beside: attention.isInEditor });
  const notice = noticeOf(view);
  const choice = notice && (await showNotice(notice));
  if (choice === undefined || !view.start) return;
  await take(choice, shell, request, view.start.run);
}

async function take(
  offer: Offer,
  shell: Shell,
  request: SolveRequest,
  run: string,
): Promise<unknown> {
  switch (offer) {
    case 'Show Reasoning':
    case 'Show Candidates':
      return runCommand('winnow.openRun', { run });
    case 'Set Test Command':
      return vscode.commands.executeCommand(
        'workbench.action.openSettings',
        'winnow.tests.command',
      );
    case 'Run Anyway':
      return solve(shell, { ...request, force: true });
    case 'Run Again':
      return solve(shell, request);
    case 'Set API Key': {
      const { baseUrl } = readSettings(request.file).model;
      return (await askKey(shell.keys, baseUrl)) ? solve(shell, request) : undefined;
    }
    case 'Choose Model':
      return runCommand('winnow.chooseModel');
    case 'Test Connection':
      return runCommand('winnow.testConnection');
    case 'Show Log':
      return runCommand('winnow.showLog');
  }
}
