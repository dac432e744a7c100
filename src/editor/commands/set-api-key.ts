import * as vscode from 'vscode';
import { serverOf } from '../settings/api-keys';
import { readSettings } from '../settings/read-settings';
import type { Shell } from '../shell';
import { askKey } from '../solve/ask-key';

/** Asks for the key of the configured server. */
export async function setApiKey({ keys }: Shell): Promise<void> {
  const { baseUrl } = readSettings(undefined).model;
  if (!(await askKey(keys, baseUrl))) return;
  const stored = (await keys.get(baseUrl)) !== undefined;
  void vscode.window.showInformationMessage(
    `The API key for ${serverOf(baseUrl)} was ${stored ? 'stored' : 'removed'}.`,
  );
}
