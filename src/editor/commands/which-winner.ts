import * as vscode from 'vscode';
import { HumanError } from '../../core/util/human-error';
import type { RunView } from '../../core/view';
import { parseAddress } from '../diff/addresses';
import { activeDiff } from '../diff/diff-tabs';
import type { RunLibrary } from '../runs/run-library';
import type { RunTarget } from './ids';

/** The run whose winner a command is about: the one it names, else the one of the diff in view. */
export async function whichWinner(
  library: RunLibrary,
  target: vscode.Uri | RunTarget | undefined,
): Promise<RunView> {
  const named = target instanceof vscode.Uri ? parseAddress(target)?.run : target?.run;
  const run = named ?? activeDiff()?.run;
  const view = run === undefined ? undefined : await library.view(run);
  if (view?.end?.winner === undefined)
    throw new HumanError('No winner is in view. Open one from the list of runs in the sidebar.');
  return view;
}
