import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readlink, symlink, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import pLimit from 'p-limit';
import type { Snapshot } from '../api/snapshot';

/** Files copied at a time. */
const WIDTH = 32;

/** Copies the snapshot's files to a new folder: real files, never links to the originals. */
export async function copySnapshot(snapshot: Snapshot, to: string): Promise<void> {
  const folders = new Set(snapshot.files.map((path) => dirname(join(to, path))));
  for (const folder of [to, ...folders]) await mkdir(folder, { recursive: true });
  const limit = pLimit(WIDTH);
  await Promise.all(snapshot.files.map((path) => limit(() => copyEntry(snapshot, path, to))));
}

/** Copies one file or link; an unsaved buffer stands in the place of its file. */
export async function copyEntry(snapshot: Snapshot, path: string, to: string): Promise<void> {
  const from = join(snapshot.root, path);
  const target = join(to, path);
  const unsaved = snapshot.unsaved.get(path);
  const stat = await lstat(from).catch(() => undefined);
  if (stat?.isSymbolicLink()) {
    await symlink(repointed(await readlink(from), snapshot.root, to), target);
    return;
  }
  if (stat) await copyFile(from, target, constants.COPYFILE_FICLONE);
  if (unsaved !== undefined) await writeFile(target, unsaved);
}

/** An absolute link into the project leads to the copy. */
function repointed(link: string, root: string, copy: string): string {
  if (!isAbsolute(link)) return link;
  const path = relative(root, link);
  return path.split(sep)[0] === '..' ? link : join(copy, path);
}
