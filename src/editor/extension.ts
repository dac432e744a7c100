import * as vscode from 'vscode';
import { messageOf } from '../core/util/human-error';
import { activateWinnow, type Winnow } from './winnow';

let winnow: Winnow | undefined;

export function activate(context: vscode.ExtensionContext): void {
  try {
    winnow = activateWinnow(context);
  } catch (error) {
    void vscode.window.showErrorMessage(`Winnow could not start: ${messageOf(error)}`);
    throw error;
  }
}

/** VS Code waits for this a moment: enough to end a run and remove its sandboxes. */
export async function deactivate(): Promise<void> {
  await winnow?.stop();
  winnow = undefined;
}
