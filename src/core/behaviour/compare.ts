import type { Behaviour, Call } from '../api/behaviour';
import type { TestScope } from '../api/framework';
import type { Patch } from '../api/patch';
import type { JudgedCandidate } from '../api/strategy';
import {
  clusterByBehaviour,
  distinguishingInput,
  outcomesByCluster,
  tellingInputs,
  type Observed,
} from '../select/clusters';
import { isAborted } from '../util/abort';
import type { Random } from '../util/random';
import { inputsLike } from './mutate';
import { observeCalls, recordCalls, type Lookout } from './observe';
import { renderCall, renderOutcome } from './render';

/** A passing candidate with its patch. */
export type Patched = JudgedCandidate & { readonly patch: Patch };

export interface Comparison {
  readonly lookout: Lookout;
  /** The tests that call the function. */
  readonly recording: TestScope;
  /** Tests that load it. */
  readonly loading: TestScope;
  /** Runs at a time. */
  readonly workers: number;
  readonly random: Random;
  /** Calls that can be read in the tests, for where none can be recorded. */
  readonly written: () => Promise<readonly Call[]>;
}

const INPUTS = { own: 30, all: 60 };

/**
 * Runs the passing candidates, most trusted first, on the tests' own inputs and on changes of them,
 * until `signal` ends it, and says which of them do the same.
 */
export async function compareBehaviour(
  ranked: readonly Patched[],
  { lookout, recording, loading, workers, random, written }: Comparison,
  signal: AbortSignal,
): Promise<Behaviour> {
  const [first] = ranked;
  const recorded = first ? await recordCalls(lookout, first.patch, recording, signal) : [];
  const calls = recorded.length > 0 ? recorded : await written();
  if (isAborted(signal)) return skipped('there was no time for it');
  if (calls.length === 0)
    return skipped('no call with plain values was seen in the tests, so there is no input to try');
  const inputs = inputsLike(calls, random, INPUTS);
  const observed: Observed[] = [];
  let next = 0;
  const work = async () => {
    for (let one = ranked[next++]; one && !signal.aborted; one = ranked[next++]) {
      const outcomes = await observeCalls(lookout, one.patch, inputs, loading, signal);
      if (outcomes) observed.push({ id: one.id, outcomes });
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  if (observed.length < 2) return skipped('too few of them could be run by themselves in time');
  return findings(ranked, observed, inputs, lookout);
}

function findings(
  ranked: readonly Patched[],
  observed: readonly Observed[],
  inputs: readonly Call[],
  { callee, language }: Pick<Lookout, 'callee' | 'language'>,
): Behaviour {
  const telling = tellingInputs(observed).length;
  if (telling === 0) return skipped('what the function gives cannot be compared');
  const clusters = clusterByBehaviour(ranked, observed);
  const shown = inputs.map((call) => renderCall(callee, call, language));
  const input = distinguishingInput(clusters, observed, (at) => shown[at]?.length ?? 0);
  if (input === undefined) return { inputs: telling, clusters };
  const outcomes = outcomesByCluster(clusters, observed)(input).map(renderOutcome);
  const distinguishing = {
    input: shown[input] ?? '',
    outcomes: grouped(clusters.map(({ candidates }, at) => [outcomes[at] ?? '', candidates])),
  };
  return { inputs: telling, clusters, distinguishing };
}

/** Candidates with the same outcome together, in order of the first. */
function grouped(entries: readonly (readonly [string, readonly string[]])[]) {
  const groups = new Map<string, readonly string[]>();
  for (const [outcome, candidates] of entries)
    groups.set(outcome, [...(groups.get(outcome) ?? []), ...candidates]);
  return [...groups].map(([outcome, candidates]) => ({ outcome, candidates }));
}

export function skipped(reason: string): Behaviour {
  return { inputs: 0, clusters: [], skipped: reason };
}
