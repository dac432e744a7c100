import { lstat, mkdir, readFile, realpath, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isWithin } from '../folders';

/** Tools that compare times look at whole seconds. */
const CLEARLY_LATER_S = 2;

/**
 * Writes a file's text into an upper layer, with the mode of the file that it stands in for and a time
 * that tells it from that file, so that nothing built from the other is taken for it.
 */
export async function seedFile(upper: string, root: string, path: string, text: string) {
  const seen = join(root, path);
  const file = (await realpath(seen).catch(() => undefined)) ?? seen;
  if (!isWithin(file, root))
    throw new Error(`${path} leads out of the workspace and cannot be changed in a sandbox`);
  await makeFolders(upper, root, dirname(file));
  const target = join(upper, file.slice(root.length));
  const below = await lstat(file).catch(() => undefined);
  await writeFile(target, text, { mode: below ? below.mode & 0o777 : 0o644 });
  const now = Date.now() / 1000;
  const clash = below !== undefined && Math.abs(now - below.mtimeMs / 1000) < CLEARLY_LATER_S;
  const time = clash ? below.mtimeMs / 1000 + CLEARLY_LATER_S : now;
  await utimes(target, time, time);
}

/** Folders of an upper layer look like those that they cover. */
async function makeFolders(upper: string, root: string, folder: string): Promise<void> {
  if (folder === root) return;
  await makeFolders(upper, root, dirname(folder));
  // A buffer may belong to a file whose folder is not there yet.
  const mode = (await lstat(folder).catch(() => undefined))?.mode ?? 0o755;
  await mkdir(join(upper, folder.slice(root.length)), { mode: mode & 0o7777 }).catch(ifThere);
}

function ifThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** The text of a file in the workspace on disk. */
export function textBelow(root: string, path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}
