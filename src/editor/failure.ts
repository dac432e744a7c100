import * as vscode from 'vscode';
import { HumanError, messageOf } from '../core/util/human-error';
import { SettingError } from './settings/setting-error';

const LOG = 'Show Log';
const SETTING = 'Open Setting';

/** Shows what was thrown: a message meant for people as it is, anything else with a way to its log. */
export function showFailure(error: unknown, log: vscode.LogOutputChannel): void {
  if (error instanceof HumanError) {
    log.warn(error.message);
    void showHumanError(error);
    return;
  }
  log.error(error instanceof Error ? error : String(error));
  void vscode.window
    .showErrorMessage(`Winnow ran into a mistake of its own: ${messageOf(error)}`, LOG)
    .then((choice) => {
      if (choice === LOG) log.show();
    });
}

/** Lets work go on that nobody waits for; what it throws is shown. */
export function inBackground(work: Promise<unknown>, log: vscode.LogOutputChannel): void {
  work.catch((error: unknown) => showFailure(error, log));
}

async function showHumanError(error: HumanError): Promise<void> {
  if (!(error instanceof SettingError)) {
    await vscode.window.showErrorMessage(error.message);
    return;
  }
  const choice = await vscode.window.showErrorMessage(error.message, SETTING);
  if (choice === SETTING)
    await vscode.commands.executeCommand('workbench.action.openSettings', error.setting);
}
