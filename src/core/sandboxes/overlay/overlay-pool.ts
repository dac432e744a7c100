import { join } from 'node:path';
import type { SandboxPool } from '../../api/sandbox';
import { createLending } from '../lending';
import type { PoolOptions } from '../pool-options';
import { createRunFolder } from '../run-folder';
import { createOverlay, type OverlaidTree } from './overlay-sandbox';

/** A pool of overlays whose layers are in a temporary folder; it goes when the pool is disposed of. */
export async function createOverlayPool(
  options: Omit<PoolOptions, 'snapshot'> & { readonly snapshot: OverlaidTree },
): Promise<SandboxPool> {
  const { snapshot, surroundings, size } = options;
  const { assets, env } = surroundings;
  const runFolder = await createRunFolder(assets);
  let made = 0;
  const { lend } = createLending(size, () =>
    createOverlay({
      snapshot,
      runFolder: runFolder.path,
      folder: join(runFolder.path, String(++made)),
      marker: runFolder.marker,
      assets,
      env,
    }),
  );
  return { kind: 'overlay', lend, dispose: () => runFolder.dispose() };
}
