import * as vscode from 'vscode';

/** Whether a folder, by its path, is open in this window. */
export function isOpen(folder: string): boolean {
  return (vscode.workspace.workspaceFolders ?? []).some(({ uri }) => uri.fsPath === folder);
}
