import type * as vscode from 'vscode';
import { closeWinner } from '../diff/diff-tabs';
import type { Shell } from '../shell';
import type { RunTarget } from './ids';
import { whichWinner } from './which-winner';

/** Closes the winner's diff and remembers that it was not wanted. */
export async function rejectWinner(shell: Shell, target?: vscode.Uri | RunTarget): Promise<void> {
  const { start } = await whichWinner(shell.library, target);
  const run = start?.run ?? '';
  await shell.decisions.decide(run, 'rejected');
  await closeWinner(run);
}
