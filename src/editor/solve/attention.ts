import * as vscode from 'vscode';

/** Where the user is while a run goes on. */
export interface Attention {
  /** True once the cursor has moved or something was typed: what is being edited must stay in view. */
  readonly isInEditor: boolean;
  /** Stops watching. */
  release(): void;
}

/** Watches from now on whether the user works in an editor. */
export function watchAttention(): Attention {
  let isInEditor = false;
  const { Keyboard, Mouse } = vscode.TextEditorSelectionChangeKind;
  const listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
    if (textEditor !== vscode.window.activeTextEditor) return;
    if (kind === Keyboard || kind === Mouse) isInEditor = true;
  });
  return {
    get isInEditor() {
      return isInEditor;
    },
    release: () => {
      listener.dispose();
    },
  };
}
