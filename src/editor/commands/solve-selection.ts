import { taskTitle } from '../../core/view';
import type { Shell } from '../shell';
import { askInstruction } from '../solve/ask-instruction';
import { chosenLines } from '../solve/chosen-lines';
import { solve, type SolveResult } from '../solve/solve';
import { mayRun } from '../trust';
import type { SolveOptions } from './ids';

/** Solves the selected lines; without a selection, the function around the cursor. */
export async function solveSelection(
  shell: Shell,
  options?: SolveOptions,
): Promise<SolveResult | undefined> {
  if (!mayRun()) return undefined;
  const { file, lines } = await chosenLines(shell.syntax, 'to be solved');
  const instruction = await askInstruction(taskTitle({ file: file.path, range: lines }), options);
  if (instruction === undefined) return undefined;
  return solve(shell, { file, lines, instruction, force: false });
}
