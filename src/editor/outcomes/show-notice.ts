import * as vscode from 'vscode';
import type { Notice, Offer } from './notice';

const SHOW = {
  information: vscode.window.showInformationMessage,
  warning: vscode.window.showWarningMessage,
  error: vscode.window.showErrorMessage,
};

/** Shows a message, and resolves to what the user chose of its offers. */
export async function showNotice({
  severity,
  message,
  offers,
}: Notice): Promise<Offer | undefined> {
  return SHOW[severity]<Offer>(message, ...offers);
}
