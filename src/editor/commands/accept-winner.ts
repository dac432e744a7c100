import * as vscode from 'vscode';
import { HumanError } from '../../core/util/human-error';
import type { RunView } from '../../core/view';
import { closeWinner } from '../diff/diff-tabs';
import { inBackground } from '../failure';
import type { Shell } from '../shell';
import { requestAgain } from '../solve/request-again';
import { solve } from '../solve/solve';
import { mayRun } from '../trust';
import { applyWinner } from '../winner/apply-winner';
import type { RunTarget } from './ids';
import { whichWinner } from './which-winner';

const AGAIN = 'Run Again';

/** Puts the winner into its file as one unsaved edit; if the file has changed, says so instead. */
export async function acceptWinner(shell: Shell, target?: vscode.Uri | RunTarget): Promise<void> {
  const view = await whichWinner(shell.library, target);
  const application = await applyWinner(view);
  switch (application.kind) {
    case 'applied':
    case 'there': {
      const { document, place } = application;
      const run = view.start?.run ?? '';
      await shell.decisions.decide(run, 'accepted');
      await closeWinner(run);
      const selection = new vscode.Range(place, place);
      await vscode.window.showTextDocument(document, { preview: false, selection });
      return;
    }
    case 'stale':
      inBackground(offerAgain(shell, view), shell.log);
      return;
    case 'gone':
      throw new HumanError(
        'The file of this run is not there any more, so its winner was not applied. It can still be copied from the diff.',
      );
  }
}

async function offerAgain(shell: Shell, view: RunView): Promise<void> {
  const path = view.snapshot?.base.path ?? 'The file';
  // An error, not a warning: VS Code hides a warning before it may have been read.
  const choice = await vscode.window.showErrorMessage(
    `${path} changed since the run began, so the winner was not applied: your tests have judged another text. Run again on the file as it is now.`,
    AGAIN,
  );
  if (choice !== AGAIN || !mayRun()) return;
  const request = await requestAgain(view);
  if (!request) return;
  await closeWinner(view.start?.run ?? '');
  await solve(shell, request);
}
