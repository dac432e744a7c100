import * as vscode from 'vscode';
import type { SolveOptions } from '../commands/ids';

/** What to do beyond making the tests pass; empty for nothing, undefined to call it off. */
export async function askInstruction(
  title: string,
  options: SolveOptions | undefined,
): Promise<string | undefined> {
  if (options?.instruction !== undefined) return options.instruction.trim();
  const given = await vscode.window.showInputBox({
    title: `Winnow: Solve ${title}`,
    prompt: 'What should the code do? Press Enter to only make the tests pass.',
    placeHolder: 'Instruction (optional)',
    ignoreFocusOut: true,
  });
  return given?.trim();
}
