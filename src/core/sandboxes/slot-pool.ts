import { join } from 'node:path';
import type { SandboxPool } from '../api/sandbox';
import { createLending } from './lending';
import type { PoolOptions } from './pool-options';
import { createRunFolder } from './run-folder';
import { createSlot } from './slot';

/** A pool of slots in a temporary folder of its own, which goes when the pool is disposed of. */
export async function createSlotPool(options: PoolOptions): Promise<SandboxPool> {
  const { snapshot, surroundings, size } = options;
  const folder = await createRunFolder(surroundings.assets);
  let made = 0;
  const { lend } = createLending(size, () =>
    createSlot({
      snapshot,
      folder: join(folder.path, String(++made)),
      marker: folder.marker,
      env: surroundings.env,
    }),
  );
  return { kind: 'slot', lend, dispose: () => folder.dispose() };
}
