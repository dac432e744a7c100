import { spawnSync } from 'node:child_process';
import { descendantsOf, listProcesses, markedProcesses } from './process-table';

/** Rounds of looking for survivors: a process may fork while it is being hunted. */
const ROUNDS = 20;

/**
 * Kills a process, its group, its descendants, and whatever else carries its marker: children that
 * opened a session of their own or lost their parent. SIGKILL at once, for untrusted code may ignore
 * anything milder.
 */
export async function killTree(pid: number | undefined, marker: string): Promise<void> {
  if (process.platform === 'win32') {
    if (pid !== undefined) spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  if (pid !== undefined) {
    const tree = descendantsOf(pid, await listProcesses());
    kill(-pid);
    for (const entry of tree) kill(entry.pid);
  }
  await killMarked(marker);
}

/** Kills every process that carries the marker. */
export async function killMarked(marker: string): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const marked = await markedProcesses(marker);
    if (marked.length === 0) return;
    for (const pid of marked) kill(pid);
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already, which is all that is wanted.
  }
}
