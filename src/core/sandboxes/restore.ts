import { chmod, mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Snapshot } from '../api/snapshot';
import { copyEntry } from './copy-tree';
import { FOLDER, LINK, markOf, readManifest } from './manifest';
import { removeTree } from './remove-tree';

/**
 * Brings a copy of the snapshot back to what its manifest says: what is new goes, what changed or
 * went comes back. The manifest is brought up to date with the files that were copied again.
 */
export async function restore(
  snapshot: Snapshot,
  root: string,
  clean: Map<string, string>,
): Promise<void> {
  const now = await readManifest(root);
  const foreign = [...now.keys()].filter(
    (path) => kindOf(now.get(path)) !== kindOf(clean.get(path)),
  );
  for (const path of foreign) await removeTree(join(root, path));
  const gone = (path: string) =>
    foreign.some((each) => path === each || path.startsWith(`${each}/`));
  const changed = [...clean].filter(([path, mark]) => now.get(path) !== mark || gone(path));
  // Sorted, so that a folder comes before what stands in it.
  for (const [path, mark] of changed.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const target = join(root, path);
    if (mark.startsWith(FOLDER)) {
      await mkdir(target, { recursive: true });
      await chmod(target, Number(mark.slice(FOLDER.length)));
      continue;
    }
    await removeTree(target);
    await mkdir(dirname(target), { recursive: true });
    if (mark.startsWith(LINK)) await symlink(mark.slice(LINK.length), target);
    else await copyEntry(snapshot, path, root);
    clean.set(path, (await markOf(target)) ?? mark);
  }
}

function kindOf(mark: string | undefined): string | undefined {
  return mark?.split(' ', 1)[0];
}
