import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot } from '../../api/snapshot';
import { runCommand } from '../../process/run-command';
import { sandboxEnvironment } from '../environment';
import { foldersUpTo } from '../folders';
import type { OwnedSandbox } from '../lending';
import { removeTree } from '../remove-tree';
import { writeAccounts } from './accounts';
import { makeDeviceFolder } from './devices';
import { enterJail, outcomeInside } from './enter';
import { layerNames, TREE, upperFolder, workFolder, type Jail } from './jail';
import { seedFile, textBelow } from './seed';
import { surroundingsOf, type Place } from './surroundings';

/** What an overlay needs of a snapshot; the files themselves are where they are. */
export type OverlaidTree = Pick<Snapshot, 'root' | 'unsaved'>;

export interface OverlayOptions extends Omit<Place, 'root'> {
  readonly snapshot: OverlaidTree;
  /** Absolute path of a folder that does not exist yet; everything of the sandbox is in it. */
  readonly folder: string;
  /** Marks every process of the run. */
  readonly marker: string;
}

/**
 * A sandbox at the workspace's own path: each command sees the workspace through an overlay that only
 * it has, in a jail. What it writes is kept in the sandbox's folder until `reset`.
 */
export async function createOverlay(options: OverlayOptions): Promise<OwnedSandbox> {
  const { snapshot, folder, marker, env } = options;
  const { root } = snapshot;
  const at = (name: string) => join(folder, name);
  const [scratch, home, temp, builds] = [at('scratch'), at('home'), at('tmp'), at('builds')];
  const surroundings = surroundingsOf({ ...options, root });
  const foreign = surroundings.user.uid !== process.getuid?.();
  const jail: Omit<Jail, 'turn'> = {
    root,
    layers: at('layers'),
    stage: at('stage'),
    devices: at('dev'),
    writable: [scratch, home, temp, builds],
    ...surroundings,
    accounts: foreign ? at('accounts') : undefined,
  };
  for (const own of [folder, jail.stage, builds]) await mkdir(own, { mode: 0o700 });
  await makeDeviceFolder(jail.devices);
  if (jail.accounts !== undefined) await writeAccounts(jail.accounts, jail.user);
  let turn = 0;
  /** Files that stood in the upper layer once: compilers may have built from what they were. */
  const seeded = new Set(snapshot.unsaved.keys());

  return {
    root,
    scratch,
    async reset({ changes }) {
      for (const own of [scratch, home, temp]) await empty(own);
      await emptyLayers(jail);
      const texts = new Map<string, string>();
      for (const path of seeded)
        texts.set(path, snapshot.unsaved.get(path) ?? (await textBelow(root, path)));
      for (const { path, before, after } of changes) {
        if ((texts.get(path) ?? (await textBelow(root, path))) !== before)
          throw new Error(`the sandbox's ${path} is not what the patch was made for`);
        texts.set(path, after);
        seeded.add(path);
      }
      const upper = join(jail.layers, upperFolder(TREE));
      for (const [path, text] of texts) await seedFile(upper, root, path, text);
    },
    async run({ argv, cwd, env: added, limits }, signal) {
      const place = join(root, cwd);
      const taken = { ...jail, turn: turn++ };
      await makeWorkFolders(taken);
      const bins = foldersUpTo('/', place)
        .map((each) => join(each, 'node_modules', '.bin'))
        .filter((bin) => existsSync(bin));
      const own = sandboxEnvironment(env, { home, temp, builds, bins, pythonPath: [] });
      const request = {
        argv: enterJail(taken, place, argv),
        cwd: '/',
        env: { ...own, ...added },
        limits,
      };
      return outcomeInside(await runCommand(request, signal, marker));
    },
    remove: () => removeTree(folder),
  };
}

async function empty(folder: string): Promise<void> {
  await removeTree(folder);
  await mkdir(folder, { mode: 0o700 });
}

/** Upper layers with nothing in them, each with the mode of what it lies over. */
async function emptyLayers(jail: Omit<Jail, 'turn'>): Promise<void> {
  await empty(jail.layers);
  const below = [jail.root, ...jail.disposable];
  for (const [i, name] of layerNames(jail).entries()) {
    const upper = join(jail.layers, upperFolder(name));
    await mkdir(upper, { recursive: true });
    const { mode } = await lstat(below[i] ?? jail.root);
    await chmod(upper, mode & 0o7777);
  }
}

async function makeWorkFolders(jail: Jail): Promise<void> {
  for (const name of layerNames(jail))
    await mkdir(join(jail.layers, workFolder(name, jail.turn)), { recursive: true });
}
