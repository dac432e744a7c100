import * as vscode from 'vscode';
import type { ConnectionTest } from '../../core/models/openai';
import { inEditorWords } from '../../webview/editor-words';

/** What the user can choose to write candidates. */
export type ModelChoice =
  | { readonly kind: 'auto' }
  | { readonly kind: 'embedded' }
  /** Another server, to be named next. */
  | { readonly kind: 'server' }
  | { readonly kind: 'model'; readonly name: string }
  /** A model of the server that it does not list, to be named next. */
  | { readonly kind: 'unlisted' };

export type ModelItem = vscode.QuickPickItem & { readonly choice?: ModelChoice };

export const fixedItems: readonly ModelItem[] = [
  {
    label: '$(wand) Automatic',
    description: 'the configured server if there is one, else the embedded model',
    choice: { kind: 'auto' },
  },
  {
    label: '$(wrench) Embedded',
    description: 'tries the usual single mistakes; no key, no network',
    choice: { kind: 'embedded' },
  },
  {
    label: '$(server) Other Server…',
    description: 'any server that speaks the OpenAI chat API',
    choice: { kind: 'server' },
  },
];

/** What a server offers, or why that is not known; any other model of it can be named. */
export function modelItems(server: string, answer: ConnectionTest): readonly ModelItem[] {
  const listed: readonly ModelItem[] =
    answer.kind === 'ok'
      ? answer.models.map((name) => ({
          label: `$(hubot) ${name}`,
          choice: { kind: 'model', name },
        }))
      : [
          {
            label: '$(warning) No models are known',
            detail: inEditorWords(answer.failure.message),
          },
        ];
  return [
    { label: server, kind: vscode.QuickPickItemKind.Separator },
    ...listed,
    { label: '$(edit) Other Model…', description: 'by its name', choice: { kind: 'unlisted' } },
  ];
}
