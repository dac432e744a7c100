import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunSettings, Surroundings } from '../api/settings';
import type { Snapshot } from '../api/snapshot';
import { createFrameworks, detectPlan, displayOf, isProtected, runTests } from '../frameworks';
import type { Detection } from '../run-parts';

/** Finds out how the project of this file runs its tests, or takes the user's own command. */
export function createDetector(
  settings: RunSettings,
  { assets }: Surroundings,
  snapshot: Snapshot,
  file: string,
): () => Promise<Detection> {
  throw new Error('not wired');
}
