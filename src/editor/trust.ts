import * as vscode from 'vscode';

const MANAGE = 'Manage Workspace Trust';

/** Whether code may run here; if not, says why and offers to change it. */
export function mayRun(): boolean {
  if (vscode.workspace.isTrusted) return true;
  const reason =
    'Winnow runs your tests, and with them code of this workspace, which you have not trusted yet. Nothing was run.';
  void vscode.window.showWarningMessage(reason, MANAGE).then((choice) => {
    if (choice === MANAGE) void vscode.commands.executeCommand('workbench.trust.manage');
  });
  return false;
}
