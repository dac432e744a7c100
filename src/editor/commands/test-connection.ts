import * as vscode from 'vscode';
import { counted } from '../../core/view';
import { inEditorWords } from '../../webview/editor-words';
import { askServer } from '../models/ask-server';
import { serverOf } from '../settings/api-keys';
import { readSettings } from '../settings/read-settings';
import type { Shell } from '../shell';
import { runCommand } from './run-command';

const KEY = 'Set API Key';
const MODEL = 'Choose Model';

/** Asks the configured server for its models, and says what came of it. */
export async function testConnection(shell: Shell): Promise<void> {
  const { provider, baseUrl, name } = readSettings(undefined).model;
  const answer = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `Asking ${serverOf(baseUrl)} …`,
      cancellable: true,
    },
    (_, token) => askServer(shell, baseUrl, token),
  );
  if (answer.kind === 'failed') {
    const { kind, message } = answer.failure;
    void offer(
      vscode.window.showErrorMessage(
        inEditorWords(message),
        ...(kind === 'unauthorized' ? [KEY, MODEL] : [MODEL]),
      ),
    );
    return;
  }
  const missing = name !== undefined && !answer.models.includes(name);
  const used = provider === 'embedded' ? ' Runs use the embedded model, as the settings say.' : '';
  const message = `${serverOf(baseUrl)} answers and offers ${counted(answer.models.length, 'model')}.${missing ? ` ${name} is not among them.` : ''}${used}`;
  void offer(vscode.window.showInformationMessage(message, ...(missing ? [MODEL] : [])));
}

async function offer(message: Thenable<string | undefined>): Promise<void> {
  const choice = await message;
  if (choice === KEY) await runCommand('winnow.setApiKey');
  if (choice === MODEL) await runCommand('winnow.chooseModel');
}
