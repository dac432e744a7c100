import { lstat, mkdir, readdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Snapshot } from '../api/snapshot';
import { linkModules, type TreePair } from './link-modules';
import { isVirtualEnvironment } from './walk-files';

/** Links what the project's tests need and the snapshot does not hold; returns the environments. */
export async function linkDependencies(
  snapshot: Snapshot,
  copy: string,
): Promise<readonly string[]> {
  const trees: TreePair = { original: snapshot.root, copy };
  const environments: string[] = [];
  for (const folder of foldersOf(snapshot)) {
    const names = await readdir(join(snapshot.root, folder)).catch(() => []);
    for (const name of names) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (name === 'node_modules') {
        await linkModules(trees, path);
      } else if (await isLinkedEnvironment(snapshot, path)) {
        environments.push(join(snapshot.root, path));
        await symlink(join(snapshot.root, path), join(copy, path));
      }
    }
  }
  return environments;
}

/** Makes `node_modules` of folders around the root resolvable from the copy, which stands elsewhere. */
export async function linkOuterModules(root: string, folder: string): Promise<void> {
  for (let outer = dirname(root); outer !== dirname(outer); outer = dirname(outer)) {
    const modules = join(outer, 'node_modules');
    const stat = await lstat(modules).catch(() => undefined);
    if (!stat) continue;
    await mkdir(folder, { recursive: true });
    await symlink(modules, join(folder, 'node_modules'));
    return;
  }
}

const MAYBE_ENVIRONMENT = /^(\.?v?env|\.?virtualenv|\.conda)/;

async function isLinkedEnvironment({ root }: Snapshot, path: string): Promise<boolean> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return MAYBE_ENVIRONMENT.test(name) && (await isVirtualEnvironment(join(root, path)));
}

/** The root, and every folder of the snapshot in which a package may have its dependencies. */
function foldersOf({ files }: Snapshot): readonly string[] {
  const folders = new Set(['']);
  for (const file of files) {
    const at = file.lastIndexOf('/');
    const name = file.slice(at + 1);
    if (at > 0 && /^(package\.json|pyproject\.toml|setup\.py|setup\.cfg)$/.test(name))
      folders.add(file.slice(0, at));
  }
  return [...folders].filter((folder) => !folder.split('/').includes('node_modules'));
}
