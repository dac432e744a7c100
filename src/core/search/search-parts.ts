import type { EventBody } from '../api/events';
import type { Effort, Model } from '../api/model';
import type { ParsedReply, Patch } from '../api/patch';
import type { StopRule, Strategy } from '../api/strategy';
import type { Problem } from '../api/task';
import type { Verifier } from '../verify/verifier';
import type { Ledger } from './ledger';
import type { Meter } from './meter';

/** What a search works with; everything it may touch is named here. */
export interface SearchParts {
  readonly model: Model;
  readonly problem: Problem;
  readonly strategy: Strategy;
  readonly stop: StopRule;
  readonly verifier: Verifier;
  readonly ledger: Ledger;
  readonly meter: Meter;
  readonly reading: ReplyReading;
  readonly sampling: SamplingPlan;
  readonly emit: (event: EventBody) => void;
}

/** How replies are turned into patches, and patches compared. */
export interface ReplyReading {
  parse(reply: string): ParsedReply;
  /** Equal keys mean equal programs; undefined for a patch that changes nothing but layout. */
  keyOf(patch: Patch): Promise<string | undefined>;
  /** The text that a patch puts in the place of the selection. */
  replacementOf(patch: Patch): string;
}

export interface SamplingPlan {
  /** Requests in flight at a time. */
  readonly concurrency: number;
  /** Verifications at a time. */
  readonly workers: number;
  readonly temperature?: number;
  readonly effort?: Effort;
  readonly seed: number;
}
