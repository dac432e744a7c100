import type * as vscode from 'vscode';
import type { LineRange } from '../../core/api/task';
import { taskTitle } from '../../core/view';
import { workspaceFolderOf } from '../files/workspace-folder';
import type { Shell } from '../shell';
import { askInstruction } from '../solve/ask-instruction';
import { solve, type SolveResult } from '../solve/solve';
import { mayRun } from '../trust';
import type { SolveOptions } from './ids';

/** Solves the lines of a function: what the code lens over it does. */
export async function solveFunction(
  shell: Shell,
  file: vscode.Uri,
  lines: LineRange,
  options?: SolveOptions,
): Promise<SolveResult | undefined> {
  if (!mayRun()) return undefined;
  workspaceFolderOf(file);
  const instruction = await askInstruction(taskTitle({ file: file.path, range: lines }), options);
  if (instruction === undefined) return undefined;
  return solve(shell, { file, lines, instruction, force: false });
}
