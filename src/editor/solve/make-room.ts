import * as vscode from 'vscode';
import type { Shell } from '../shell';

const REPLACE = 'Cancel It and Start';
const SHOW = 'Show It';

/** One run at a time: asks what becomes of the one that goes on. False if it stays. */
export async function makeRoom({ driver, traces, library }: Shell): Promise<boolean> {
  if (!driver.busy) return true;
  const choice = await vscode.window.showWarningMessage(
    'Winnow is still at work on an earlier selection.',
    REPLACE,
    SHOW,
  );
  if (choice === SHOW && library.live !== undefined) await traces.open(library.live);
  if (choice !== REPLACE) return false;
  await driver.cancel();
  return true;
}
