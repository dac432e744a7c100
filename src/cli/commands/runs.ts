import type { RunEvent } from '../../core/api/events';
import { openStore } from '../../core/store/file-store';
import { ExitCode } from '../exit-code';
import type { Shell } from '../shell';

/** `winnow runs`: one line a stored run, newest first. */
export async function listRuns(shell: Shell): Promise<number> {
  const store = openStore(shell.surroundings.state);
  const ids = await store.list();
  if (ids.length === 0)
    shell.stdout.write('No runs yet. Start one with: winnow run <file>:<a>-<b>\n');
  for (const id of ids) shell.stdout.write(`${id}  ${describe(await store.read(id))}\n`);
  return ExitCode.winner;
}

function describe(events: readonly RunEvent[]): string {
  const start = events.find((event) => event.type === 'run-started');
  const end = events.find((event) => event.type === 'run-finished');
  if (!start) return 'unreadable';
  const { file, range } = start.task;
  return `${(end?.outcome ?? 'interrupted').padEnd(14)}  ${file}:${range.first}-${range.last}  ${start.mode === 'audit' ? 'audit' : start.model.name}`;
}
