import type { SandboxKind, SandboxPool } from '../api/sandbox';
import type { RunSettings, Surroundings } from '../api/settings';
import type { Snapshot } from '../api/snapshot';
import { HumanError } from '../util/human-error';
import { createOverlayPool } from './overlay/overlay-pool';
import { whyNoOverlay } from './overlay/probe';
import type { PoolOptions } from './pool-options';
import { createSlotPool } from './slot-pool';

/**
 * The kinds to be tried, in order: what is asked for; else overlays where they are available, and slots.
 */
export async function chooseSandboxes(
  wanted: RunSettings['sandbox'],
  snapshot: Snapshot,
  surroundings: Surroundings,
): Promise<readonly SandboxKind[]> {
  if (wanted === 'slot') return ['slot'];
  const reason = await whyNoOverlay(snapshot, surroundings);
  if (reason === undefined) return wanted === 'auto' ? ['overlay', 'slot'] : ['overlay'];
  if (wanted === 'auto') return ['slot'];
  throw new HumanError(
    `The overlay sandbox is not available here: ${reason}. Or use --sandbox auto or slot.`,
  );
}

const POOLS: Readonly<Record<SandboxKind, (options: PoolOptions) => Promise<SandboxPool>>> = {
  overlay: createOverlayPool,
  slot: createSlotPool,
};

export function createPool(kind: SandboxKind, options: PoolOptions): Promise<SandboxPool> {
  return POOLS[kind](options);
}
