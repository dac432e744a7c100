import * as vscode from 'vscode';
import { HumanError } from '../../core/util/human-error';
import { taskTitle } from '../../core/view';
import type { Shell } from '../shell';
import type { RunTarget } from './ids';
import { whichRun } from './pick';

const DELETE = 'Delete';

/** Deletes what is stored of a run, after a question. */
export async function deleteRun(shell: Shell, target?: RunTarget): Promise<void> {
  const start = (await whichRun(shell, target))?.start;
  if (!start) return;
  if (shell.library.live === start.run)
    throw new HumanError('This run still goes on. Cancel it first.');
  const choice = await vscode.window.showWarningMessage(
    `Delete the run of ${taskTitle(start.task)}?`,
    {
      modal: true,
      detail: 'Its candidates, verdicts and reasoning are lost. Your files stay as they are.',
    },
    DELETE,
  );
  if (choice === DELETE) await shell.library.remove(start.run);
}
