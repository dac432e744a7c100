import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { killMarked } from '../process/kill-tree';
import { removeTree } from './remove-tree';

/** Temporary folders of runs begin with this. */
export const FOLDER_PREFIX = 'winnow-run-';
export const OWNER_FILE = 'owner.json';

const ownerFile = v.object({ pid: v.number(), started: v.string(), marker: v.string() });

/** Which process a run belongs to; `started` tells it from a later one with the same number. */
export async function ownerOf(
  pid: number,
): Promise<{ readonly pid: number; readonly started: string }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  return { pid, started: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '' };
}

/** Ends and removes what runs have left whose process is gone: after a crash or a power cut. */
export async function sweepOrphans(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(FOLDER_PREFIX))) {
    const folder = join(tmpdir(), name);
    const text = await readFile(join(folder, OWNER_FILE), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const owner = v.safeParse(ownerFile, parse(text));
    if (owner.success && (await isAlive(owner.output))) continue;
    if (owner.success) await killMarked(owner.output.marker);
    await removeTree(folder).catch(() => undefined);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function isAlive({ pid, started }: { pid: number; started: string }): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return started === '' || (await ownerOf(pid)).started === started;
}
