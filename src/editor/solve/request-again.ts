import * as vscode from 'vscode';
import type { RunView } from '../../core/view';
import { carryRange } from '../files/carry-range';
import { fileOfRun } from '../files/file-of-run';
import { plainText } from '../files/plain-text';
import type { SolveRequest } from './request';

/** The request behind a run, on its file as it is now; undefined if there is no such file any more. */
export async function requestAgain(view: RunView): Promise<SolveRequest | undefined> {
  const { start, snapshot } = view;
  const file = await fileOfRun(view);
  if (!start || !snapshot || !file) return undefined;
  try {
    const document = await vscode.workspace.openTextDocument(file);
    const { range, instruction } = start.task;
    const lines = carryRange(range, plainText(snapshot.base.text), plainText(document.getText()));
    return { file, lines, force: false, ...(instruction !== undefined && { instruction }) };
  } catch {
    return undefined;
  }
}
