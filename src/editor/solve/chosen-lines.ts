import * as vscode from 'vscode';
import type { LineRange } from '../../core/api/task';
import { HumanError } from '../../core/util/human-error';
import { workspaceFolderOf } from '../files/workspace-folder';
import type { LazySyntax } from '../syntax';
import { enclosingFunction } from './enclosing-function';
import { wholeLines } from './whole-lines';

/** Code that a command is about. */
export interface ChosenLines {
  readonly file: vscode.Uri;
  readonly lines: LineRange;
}

/**
 * The selected lines of the active editor; without a selection, the function around the cursor.
 * Throws a HumanError where there is neither; `purpose` says what for ("to be solved").
 */
export async function chosenLines(syntax: LazySyntax, purpose: string): Promise<ChosenLines> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new HumanError(`No file is open. Open one and select the code ${purpose}.`);
  const { document, selection } = editor;
  workspaceFolderOf(document.uri);
  const lines = selection.isEmpty
    ? await enclosingFunction(document, selection.active, syntax)
    : wholeLines(selection);
  if (!lines)
    throw new HumanError(
      `The cursor is in no function. Select the lines ${purpose}, and run the command again.`,
    );
  return { file: document.uri, lines };
}
