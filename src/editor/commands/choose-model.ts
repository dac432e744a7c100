import * as vscode from 'vscode';
import { askServer } from '../models/ask-server';
import { fixedItems, modelItems, type ModelChoice, type ModelItem } from '../models/choices';
import { isHosted, serverOf } from '../settings/api-keys';
import { changeSetting, readSettings } from '../settings/read-settings';
import type { Shell } from '../shell';
import { askKey } from '../solve/ask-key';

/** Lets the user choose who writes candidates, among what the configured server offers too. */
export async function chooseModel(shell: Shell): Promise<void> {
  const { provider, baseUrl } = readSettings(undefined).model;
  const isServer = baseUrl !== undefined || provider === 'openai';
  const choice = await pickModel(shell, isServer ? { baseUrl } : undefined);
  if (choice?.kind === 'auto' || choice?.kind === 'embedded')
    await changeSetting('model.provider', choice.kind);
  else if (choice?.kind === 'server') await chooseServer(shell, baseUrl);
  else if (choice) await useModel(choice);
}

async function chooseServer(shell: Shell, previous: string | undefined): Promise<void> {
  const given = await vscode.window.showInputBox({
    title: 'Winnow: Model Server',
    prompt: 'Base address of a server that speaks the OpenAI chat API.',
    placeHolder: 'https://api.openai.com/v1, http://localhost:11434/v1',
    value: previous ?? '',
    ignoreFocusOut: true,
  });
  const baseUrl = given?.trim();
  if (baseUrl === undefined || baseUrl === '') return;
  const needsKey = isHosted(baseUrl) && (await shell.keys.get(baseUrl)) === undefined;
  if (needsKey && !(await askKey(shell.keys, baseUrl))) return;
  const choice = await pickModel(shell, { baseUrl });
  if (choice?.kind === 'model' || choice?.kind === 'unlisted') await useModel(choice, baseUrl);
}

/** Uses a model of the configured server, or of the one at `baseUrl`. */
async function useModel(
  choice: Extract<ModelChoice, { kind: 'model' | 'unlisted' }>,
  baseUrl?: string,
): Promise<void> {
  const name =
    choice.kind === 'model'
      ? choice.name
      : await vscode.window.showInputBox({ title: 'Winnow: Model', prompt: 'Name of the model.' });
  if (name === undefined || name.trim() === '') return;
  if (baseUrl !== undefined) await changeSetting('model.baseUrl', baseUrl);
  await changeSetting('model.provider', 'openai');
  await changeSetting('model.name', name.trim());
}

/** The list opens at once; what a server offers is added when it has answered. */
function pickModel(
  shell: Shell,
  server: { readonly baseUrl: string | undefined } | undefined,
): Promise<ModelChoice | undefined> {
  const list = vscode.window.createQuickPick<ModelItem>();
  const asking = new vscode.CancellationTokenSource();
  list.title = 'Winnow: Choose Model';
  list.placeholder = 'Who writes the candidates?';
  list.items = fixedItems;
  list.matchOnDescription = true;
  if (server) {
    list.busy = true;
    void askServer(shell, server.baseUrl, asking.token).then((answer) => {
      list.busy = false;
      list.items = [...fixedItems, ...modelItems(serverOf(server.baseUrl), answer)];
    });
  }
  list.show();
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      const choice = list.selectedItems[0]?.choice;
      if (!choice) return;
      resolve(choice);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      asking.cancel();
      list.dispose();
    });
  });
}
