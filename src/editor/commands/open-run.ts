import type { Shell } from '../shell';
import type { RunTarget } from './ids';
import { whichRun } from './pick';

/** Shows a run in the sidebar. */
export async function openRun(shell: Shell, target?: RunTarget): Promise<void> {
  const view = await whichRun(shell, target);
  if (view?.start) await shell.traces.open(view.start.run);
}
