import * as vscode from 'vscode';
import { HumanError } from '../../core/util/human-error';
import { taskTitle } from '../../core/view';
import { workspaceFolderOf } from '../files/workspace-folder';
import type { Shell } from '../shell';
import { askInstruction } from '../solve/ask-instruction';
import { enclosingFunction } from '../solve/enclosing-function';
import { solve, type SolveResult } from '../solve/solve';
import { wholeLines } from '../solve/whole-lines';
import { mayRun } from '../trust';
import type { SolveOptions } from './ids';

/** Solves the selected lines; without a selection, the function around the cursor. */
export async function solveSelection(
  shell: Shell,
  options?: SolveOptions,
): Promise<SolveResult | undefined> {
  if (!mayRun()) return undefined;
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new HumanError('No file is open. Open one and select the code to be solved.');
  const { document, selection } = editor;
  workspaceFolderOf(document.uri);
  const lines = selection.isEmpty
    ? await enclosingFunction(document, selection.active, shell.syntax)
    : wholeLines(selection);
  if (!lines)
    throw new HumanError(
      'The cursor is in no function. Select the lines to be solved, and run Solve Selection again.',
    );
  const title = taskTitle({ file: document.uri.path, range: lines });
  const instruction = await askInstruction(title, options);
  if (instruction === undefined) return undefined;
  return solve(shell, { file: document.uri, lines, instruction, force: false });
}
