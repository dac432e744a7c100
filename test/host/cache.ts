import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Absolute path of the git-ignored folder that keeps what the tests install. */
export const CACHE = join(__dirname, '..', '..', '.vscode-test');

/** Written last, so that a folder without it was never finished. */
const STAMP = '.complete';

/**
 * Makes sure that a cache folder exists and is complete, and returns its absolute path.
 * `install` fills an empty sibling, which takes the folder's name only when it is done; two
 * processes that want the same folder wait for each other.
 */
export async function cached(
  name: string,
  install: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(CACHE, name);
  if (existsSync(join(folder, STAMP))) return folder;
  await mkdir(CACHE, { recursive: true });
  const release = await lock(`${folder}.lock`);
  try {
    if (!existsSync(join(folder, STAMP))) await fill(folder, install);
  } finally {
    await release();
  }
  return folder;
}

async function fill(folder: string, install: (folder: string) => Promise<void>) {
  const started = Date.now();
  await removeUnfinished(folder);
  const temporary = await mkdtemp(`${folder}.`);
  console.log(`Installing ${basename(folder)} into ${dirname(folder)} (once) …`);
  try {
    await install(temporary);
    await writeFile(join(temporary, STAMP), '');
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  console.log(`Installed ${basename(folder)} in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** Whatever an install that was killed has left behind; the lock makes sure that nobody needs it. */
async function removeUnfinished(folder: string): Promise<void> {
  const lockFile = `${basename(folder)}.lock`;
  for (const name of await readdir(dirname(folder)))
    if (name.startsWith(`${basename(folder)}.`) && name !== lockFile)
      await rm(join(dirname(folder), name), { recursive: true, force: true });
}

/** A lock file that holds its owner's pid; one whose owner is gone is taken over. */
async function lock(file: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = Number(await readFile(file, 'utf8').catch(() => ''));
    if (owner > 0 && !isAlive(owner)) await rm(file, { force: true });
    else await delay(300);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
