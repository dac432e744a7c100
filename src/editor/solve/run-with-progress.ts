import * as vscode from 'vscode';
import type { Task } from '../../core/api/task';
import type { RunView } from '../../core/view';
import { progressText, taskTitle } from '../../core/view';
import type { Begin } from '../runs/run-driver';
import type { Shell } from '../shell';

/** Runs with a notification that tells how far it is and has a cancel button. */
export async function runWithProgress(
  { library, driver, traces }: Shell,
  task: Pick<Task, 'file' | 'range'>,
  begin: Begin,
): Promise<RunView> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: `Winnow ${taskTitle(task)}`,
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, token) => {
    progress.report({ message: 'taking a snapshot…' });
    let shown = '';
    const listener = library.onNews(async ({ run, events }) => {
      if (events.some(({ type }) => type === 'run-started')) await traces.follow(run);
      const view = await library.view(run);
      const message = view && progressText(view);
      if (message === undefined || message === shown) return;
      shown = message;
      progress.report({ message });
    });
    try {
      return await driver.run(begin, token);
    } finally {
      listener.dispose();
    }
  });
}
