import * as vscode from 'vscode';
import { HumanError } from '../../core/util/human-error';

/** The workspace folder that a file belongs to; throws a HumanError for one that Winnow cannot solve. */
export function workspaceFolderOf(file: vscode.Uri): vscode.WorkspaceFolder {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  if (file.scheme === 'untitled')
    throw new HumanError(
      `${name} has never been saved. Save it in your project first: tests run on the project's files.`,
    );
  if (file.scheme !== 'file')
    throw new HumanError(
      `${name} is not a file on this machine (${file.scheme}:). Open the file itself, in a folder on disk.`,
    );
  const folder = vscode.workspace.getWorkspaceFolder(file);
  if (!folder)
    throw new HumanError(
      `${name} is in no folder that is open here. Open its project with File › Open Folder…, so that its tests can be found.`,
    );
  return folder;
}
