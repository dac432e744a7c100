import * as vscode from 'vscode';
import { fileOfRun } from '../files/file-of-run';
import { openSurvivor } from '../diff/open-diff';
import type { Shell } from '../shell';
import type { SurvivorTarget } from './ids';

/** Opens a change that the tests would not notice beside the code that it changes. */
export async function showSurvivor({ library }: Shell, target: SurvivorTarget): Promise<void> {
  const view = await library.view(target.run);
  if (view) await openSurvivor(view, target.survivor);
}

/** Shows the place of such a change in the file itself. */
export async function showPlace({ library }: Shell, target: SurvivorTarget): Promise<void> {
  const view = await library.view(target.run);
  const file = view && (await fileOfRun(view));
  const line = view?.audit?.mutants?.survivors[target.survivor]?.line;
  if (!file || line === undefined) return;
  const at = new vscode.Range(line - 1, 0, line - 1, 0);
  await vscode.window.showTextDocument(file, { selection: at });
}
