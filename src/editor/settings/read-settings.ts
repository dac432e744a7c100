import * as vscode from 'vscode';
import { parseSettings, type WinnowSettings } from './schema';

/** The only place that reads Winnow's settings; throws a HumanError for a value that is not valid. */
export function readSettings(scope: vscode.Uri | undefined): WinnowSettings {
  const settings = vscode.workspace.getConfiguration('winnow', scope);
  const groups = ['model', 'sampling', 'tests', 'sandbox'];
  return parseSettings(Object.fromEntries(groups.map((name) => [name, settings.get(name)])));
}

/** Whether lenses are wanted in a file. */
export function lensesEnabled(scope: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('winnow', scope).get('codeLens.enabled', true);
}

/** Changes a setting where it is set already, else for the user. */
export async function changeSetting(name: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('winnow');
  const set = settings.inspect(name);
  const target =
    set?.workspaceValue === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.Workspace;
  await settings.update(name, value, target);
}
