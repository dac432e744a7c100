import * as vscode from 'vscode';
import { HumanError, messageOf } from '../core/util/human-error';

const LOG = 'Show Log';

/** Shows what was thrown: a message meant for people as it is, anything else with a way to its log. */
export function showFailure(error: unknown, log: vscode.LogOutputChannel): void {
  if (error instanceof HumanError) {
    log.warn(error.message);
    void vscode.window.showErrorMessage(error.message);
    return;
  }
  log.error(error instanceof Error ? error : String(error));
  void vscode.window
    .showErrorMessage(`Winnow ran into a mistake of its own: ${messageOf(error)}`, LOG)
    .then((choice) => {
      if (choice === LOG) log.show();
    });
}
