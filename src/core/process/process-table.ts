import { readdir, readFile } from 'node:fs/promises';

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  /** Resident memory, in bytes. */
  readonly memoryBytes: number;
}

const PAGE_BYTES = 4096;

/** All living processes, where /proc tells them; empty elsewhere. */
export async function listProcesses(): Promise<readonly ProcessEntry[]> {
  const names = await readdir('/proc').catch(() => []);
  const entries = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(readEntry));
  return entries.filter((entry) => entry !== undefined);
}

async function readEntry(name: string): Promise<ProcessEntry | undefined> {
  try {
    const stat = await readFile(`/proc/${name}/stat`, 'latin1');
    // The program's name stands in parentheses and may hold anything, spaces and parentheses too.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    const memoryBytes = Number(fields[21]) * PAGE_BYTES;
    return { pid: Number(name), parent: Number(fields[1]), memoryBytes };
  } catch {
    return undefined;
  }
}

/** The descendants of a process, itself included. */
export function descendantsOf(
  root: number,
  processes: readonly ProcessEntry[],
): readonly ProcessEntry[] {
  const found = processes.filter(({ pid }) => pid === root);
  for (const { pid } of found) found.push(...processes.filter(({ parent }) => parent === pid));
  return found;
}

/** Pids of the processes whose environment holds this marker, wherever they moved in the tree. */
export async function markedProcesses(marker: string): Promise<readonly number[]> {
  const processes = await listProcesses();
  const marked = await Promise.all(
    processes.map(async ({ pid }) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
      return environment.includes(marker) ? [pid] : [];
    }),
  );
  return marked.flat().filter((pid) => pid !== process.pid);
}
