import * as vscode from 'vscode';
import type { FromPage } from '../../webview/messages';
import { runCommand } from '../commands/run-command';

type Request = Exclude<FromPage, { readonly type: 'ready' }>;

/** Does what was asked for on the page, through the same commands as everywhere else. */
export async function handlePageMessage(message: Request): Promise<void> {
  switch (message.type) {
    case 'show-diff':
      return runCommand('winnow.showCandidate', targetOf(message));
    case 'compare-with-winner':
      return runCommand('winnow.compareCandidates', targetOf(message), {
        run: message.run,
        candidate: message.winner,
      });
    case 'show-survivor':
      return runCommand('winnow.showSurvivor', { run: message.run, survivor: message.survivor });
    case 'show-place':
      return runCommand('winnow.showPlace', { run: message.run, survivor: message.survivor });
    case 'accept':
      return runCommand('winnow.acceptWinner', { run: message.run });
    case 'reject':
      return runCommand('winnow.rejectWinner', { run: message.run });
    case 'cancel':
      return runCommand('winnow.cancelRun');
    case 'choose-model':
      return runCommand('winnow.chooseModel');
    case 'manage-trust':
      await vscode.commands.executeCommand('workbench.trust.manage');
  }
}

function targetOf({ run, candidate }: { readonly run: string; readonly candidate: string }) {
  return { run, candidate };
}
