import { openStore } from '../../core/store/file-store';
import { HumanError } from '../../core/util/human-error';
import { ExitCode } from '../exit-code';
import { createJsonReporter } from '../reporters/json';
import { createTerminalReporter } from '../reporters/terminal';
import type { Shell } from '../shell';

/** `winnow show <run>`: replays a stored run. */
export async function show(
  shell: Shell,
  id: string,
  { json }: { readonly json?: true },
): Promise<number> {
  const events = await openStore(shell.surroundings.state).read(id);
  if (events.length === 0)
    throw new HumanError(`There is no run "${id}". List the runs with: winnow runs`);
  const report = json ? createJsonReporter(shell.stdout) : createTerminalReporter(shell.stdout);
  for (const event of events) report(event);
  return ExitCode.winner;
}
