import { seededRandom } from '../src/core/util/random';

/**
 * 95 % interval of a mean by resampling whole groups (tasks), since the runs of one task are alike.
 * Source: B. Efron, "Bootstrap methods: another look at the jackknife", Ann. Stat. 7 (1979).
 */
export function bootstrapByGroup(
  groups: readonly (readonly number[])[],
  { rounds = 2_000, seed = 1 } = {},
): readonly [low: number, high: number] {
  if (groups.length === 0) return [0, 1];
  const random = seededRandom(seed);
  const means = Array.from({ length: rounds }, () => {
    const drawn = groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? []);
    return mean(drawn);
  }).sort((a, b) => a - b);
  return [means[Math.floor(rounds * 0.025)] ?? 0, means[Math.floor(rounds * 0.975)] ?? 1];
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
