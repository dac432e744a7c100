import * as vscode from 'vscode';
import type { RunView } from '../../core/view';

/** Whether a run was about a folder that is open here; runs of all projects are kept in one place. */
export function isHere({ start }: RunView): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.some(({ uri }) => uri.fsPath === start?.workspace);
}
