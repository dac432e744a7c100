import * as vscode from 'vscode';
import { serverOf, type ApiKeys } from '../settings/api-keys';

/** Asks for the key of a server and keeps it; false if the user called it off. */
export async function askKey(keys: ApiKeys, baseUrl: string | undefined): Promise<boolean> {
  const server = serverOf(baseUrl);
  const key = await vscode.window.showInputBox({
    title: 'Winnow: API Key',
    prompt: `API key for ${server}. It is kept in VS Code's secret storage and sent nowhere else. Leave it empty to use none.`,
    password: true,
    ignoreFocusOut: true,
  });
  if (key === undefined) return false;
  await keys.set(baseUrl, key.trim());
  return true;
}
