import type { Strategy } from '../api/strategy';

/** Sizes of the waves; the last one repeats until the samples are used up. */
const SIZES = [1, 3, 4, 8] as const;

/**
 * Growing waves: an easy task is solved by the first sample, a hard one gets the whole budget. The
 * lone first request also warms the server's prompt cache for the others.
 */
export function adaptive(n: number): Strategy {
  return {
    id: 'adaptive',
    async *waves(progress) {
      await Promise.resolve();
      for (let wave = 0; ; wave++) {
        const { samplesStarted, judged, exhausted } = progress();
        const left = n - samplesStarted;
        if (left <= 0 || exhausted) return;
        const size = Math.min(SIZES[wave] ?? 8, left);
        const passed = judged.filter(({ verdict }) => verdict.kind === 'passed').length;
        const reason = wave === 0 ? 'a first try' : `${passed} of ${judged.length} passed so far`;
        yield { size, reason, attempts: [] };
      }
    },
  };
}
