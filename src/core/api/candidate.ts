import type { Patch } from './patch';

/** A distinct patch with the samples that produced it. */
export interface Candidate {
  /** `c1`, `c2`, … in order of arrival. */
  readonly id: string;
  readonly patch: Patch;
  /** Ids of the samples that wrote it; their number is its votes. */
  readonly samples: readonly string[];
  /** Unified diff against the snapshot. */
  readonly diff: string;
}
