import { randomBytes } from 'node:crypto';
import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killMarked } from '../process/kill-tree';
import { MARKER_VARIABLE } from '../process/run-command';
import { startWatchdog } from '../process/start-watchdog';
import { FOLDER_PREFIX, OWNER_FILE, ownerOf, sweepOrphans } from './orphans';
import { removeTree } from './remove-tree';

/** The temporary folder of one run, and the marker that all its processes carry. */
export interface RunFolder {
  readonly path: string;
  readonly marker: string;
  /** Ends the run's processes and removes the folder. */
  dispose(): Promise<void>;
}

/** Makes the folder of a run; a watchdog does what `dispose` does if this process is killed. */
export async function createRunFolder(assets: string): Promise<RunFolder> {
  await sweepOrphans();
  const marker = randomBytes(12).toString('hex');
  const marked = `${MARKER_VARIABLE}=${marker}`;
  const name = `${FOLDER_PREFIX}${process.pid}-${randomBytes(4).toString('hex')}`;
  const path = join(await realpath(tmpdir()), name);
  await mkdir(path, { mode: 0o700 });
  const dismissWatchdog = startWatchdog(assets, marked, path);
  const owner = { ...(await ownerOf(process.pid)), marker: marked };
  await writeFile(join(path, OWNER_FILE), JSON.stringify(owner));
  return {
    path,
    marker,
    async dispose() {
      await killMarked(marked);
      await removeTree(path);
      await dismissWatchdog();
    },
  };
}
