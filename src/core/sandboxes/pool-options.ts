import type { Surroundings } from '../api/settings';
import type { Snapshot } from '../api/snapshot';

export interface PoolOptions {
  readonly snapshot: Snapshot;
  /** Sandboxes that are kept for reuse; fresh ones come on top. */
  readonly size: number;
  readonly surroundings: Surroundings;
  readonly signal: AbortSignal;
}
