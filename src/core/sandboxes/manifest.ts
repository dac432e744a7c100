import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';

/**
 * What stands in a tree: for every path below it a word that changes when the entry does. A file's
 * change time is part of it, which no program can set.
 */
export type Manifest = Map<string, string>;

/** Reads a tree without following links. */
export async function readManifest(root: string): Promise<Manifest> {
  const entries = new Map<string, string>();
  const limit = pLimit(64);
  async function walk(folder: string): Promise<void> {
    const names = await limit(() => readdir(join(root, folder)).catch(() => []));
    await Promise.all(
      names.map(async (name) => {
        const path = folder === '' ? name : `${folder}/${name}`;
        const mark = await limit(() => markOf(join(root, path)));
        if (mark === undefined) return;
        entries.set(path, mark);
        if (mark.startsWith(FOLDER)) await walk(path);
      }),
    );
  }
  await walk('');
  return entries;
}

/** Beginnings of marks; what follows is the mode of a folder, the target of a link. */
export const FOLDER = 'folder ';
export const LINK = 'link ';

/** The mark of one entry; undefined where there is none. */
export async function markOf(path: string): Promise<string | undefined> {
  try {
    const stat = await lstat(path, { bigint: true });
    if (stat.isDirectory()) return `${FOLDER}${stat.mode & 0o7777n}`;
    if (stat.isSymbolicLink()) return LINK + (await readlink(path));
    return `file ${stat.ino} ${stat.size} ${stat.mode} ${stat.ctimeNs}`;
  } catch {
    return undefined;
  }
}
