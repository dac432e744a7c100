import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Absolute path of the git-ignored folder that keeps what the tests install. */
export const CACHE = join(__dirname, '..', '..', '.vscode-test');

/** Written last, so that a folder without it was never finished. */
const STAMP = '.complete';

/** A lock that nobody has touched for so long has lost its owner. */
const COLD_MS = 20_000;

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

/** A lock file whose owner touches it as long as it lives; one that has grown cold is taken over. */
async function lock(file: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await writeFile(file, '', { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const touched = await stat(file).catch(() => undefined);
    if (touched && Date.now() - touched.mtimeMs > COLD_MS) await rm(file, { force: true });
    else await delay(300);
  }
  const heart = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, COLD_MS / 10);
  return async () => {
    clearInterval(heart);
    await rm(file, { force: true });
  };
}
