import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Patch } from '../api/patch';
import type { Snapshot } from '../api/snapshot';
import { runCommand } from '../process/run-command';
import { copySnapshot } from './copy-tree';
import { linkDependencies, linkOuterModules } from './dependencies';
import { sandboxEnvironment } from './environment';
import type { OwnedSandbox } from './lending';
import { readManifest } from './manifest';
import { foldersUpTo } from './folders';
import { editablePaths } from './python-path';
import { removeTree } from './remove-tree';
import { restore } from './restore';

export interface SlotOptions {
  readonly snapshot: Snapshot;
  /** Absolute path of a folder that does not exist yet; everything of the slot is in it. */
  readonly folder: string;
  /** Marks every process of the run. */
  readonly marker: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * A slot: a real copy of the snapshot with linked dependencies. Before each use it is brought back to
 * the snapshot, whatever the last use did to it. Its folders of its own stand beside the copy; only
 * what compilers have built is kept between uses, and a fresh slot has none of it.
 */
export async function createSlot({
  snapshot,
  folder,
  marker,
  env,
}: SlotOptions): Promise<OwnedSandbox> {
  const root = join(folder, basename(snapshot.root) || 'root');
  const scratch = join(folder, '.scratch');
  const home = join(folder, '.home');
  const temp = join(folder, '.tmp');
  const builds = join(folder, '.builds');
  await copySnapshot(snapshot, root);
  await linkOuterModules(snapshot.root, folder);
  const environments = await linkDependencies(snapshot, root);
  const trees = { original: snapshot.root, copy: root };
  const editable = environments.map((environment) => editablePaths(trees, environment));
  const pythonPath = (await Promise.all(editable)).flat();
  const clean = await readManifest(root);

  return {
    root,
    scratch,
    async reset(patch) {
      for (const own of [scratch, home, temp]) {
        await removeTree(own);
        await mkdir(own, { recursive: true, mode: 0o700 });
      }
      await restore(snapshot, root, clean);
      await write(patch, root);
    },
    run({ argv, cwd, env: added, limits }, signal) {
      const folders = foldersUpTo(folder, join(root, cwd));
      const bins = folders.map((each) => join(each, 'node_modules', '.bin'));
      const own = sandboxEnvironment(env, { home, temp, builds, bins, pythonPath });
      const request = { argv, cwd: join(root, cwd), env: { ...own, ...added }, limits };
      return runCommand(request, signal, marker);
    },
    remove: () => removeTree(folder),
  };
}

async function write({ changes }: Patch, root: string): Promise<void> {
  for (const { path, before, after } of changes) {
    const target = join(root, path);
    if ((await readFile(target, 'utf8')) !== before)
      throw new Error(`the sandbox's ${path} is not what the patch was made for`);
    await writeFile(target, after);
  }
}
