import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox, SandboxPool } from '../api/sandbox';
import type { Surroundings } from '../api/settings';
import type { Snapshot } from '../api/snapshot';
import { killMarked } from '../process/kill-tree';
import { MARKER_VARIABLE } from '../process/run-command';
import { startWatchdog } from '../process/start-watchdog';
import { ownerOf, OWNER_FILE, FOLDER_PREFIX, sweepOrphans } from './orphans';
import { removeTree } from './remove-tree';
import { createSlot } from './slot';

export interface SlotPoolOptions {
  readonly snapshot: Snapshot;
  /** Slots that are kept for reuse; fresh ones come on top. */
  readonly size: number;
  readonly surroundings: Surroundings;
  readonly signal: AbortSignal;
}

/** A pool of slots in a temporary folder of its own, which goes when the pool is disposed of. */
export async function createSlotPool(options: SlotPoolOptions): Promise<SandboxPool> {
  const { snapshot, surroundings, size } = options;
  await sweepOrphans();
  const marker = `${MARKER_VARIABLE}=${randomBytes(12).toString('hex')}`;
  const folder = join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(folder, { mode: 0o700 });
  const dismissWatchdog = startWatchdog(surroundings.assets, marker, folder);
  await writeFile(
    join(folder, OWNER_FILE),
    JSON.stringify({ ...(await ownerOf(process.pid)), marker }),
  );

  const idle: Sandbox[] = [];
  const waiting: (() => void)[] = [];
  let lent = 0;
  let made = 0;
  const make = () =>
    createSlot({
      snapshot,
      folder: join(folder, String(++made)),
      marker: marker.slice(MARKER_VARIABLE.length + 1),
      env: surroundings.env,
    });

  async function borrow<T>(use: (sandbox: Sandbox) => Promise<T>, signal: AbortSignal): Promise<T> {
    while (lent >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    lent++;
    try {
      signal.throwIfAborted();
      const slot = idle.pop() ?? (await make());
      try {
        return await use(slot);
      } finally {
        idle.push(slot);
      }
    } finally {
      lent--;
      waiting.shift()?.();
    }
  }

  async function once<T>(use: (sandbox: Sandbox) => Promise<T>): Promise<T> {
    const slot = await make();
    try {
      return await use(slot);
    } finally {
      await removeTree(join(slot.root, '..'));
    }
  }

  return {
    kind: 'slot',
    lend: (use, { fresh, signal }) => (fresh ? once(use) : borrow(use, signal)),
    async dispose() {
      await killMarked(marker);
      await removeTree(folder);
      await dismissWatchdog();
    },
  };
}
