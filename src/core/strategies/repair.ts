import type { JudgedCandidate, Strategy } from '../api/strategy';

/** Parents of a repair round, and repairs written for it. */
const PARENTS = 2;
const REPAIRS_PER_ROUND = 4;

/**
 * Adds repair rounds to a strategy: when nothing passed, the most promising failures are shown to
 * the model with what their tests said. Gains are mostly in the first two rounds.
 */
export function withRepair(strategy: Strategy, rounds: number): Strategy {
  return {
    id: strategy.id,
    async *waves(progress) {
      yield* strategy.waves(progress);
      for (let round = 1; round <= rounds; round++) {
        const { judged } = progress();
        const parents = promising(judged);
        if (judged.some(({ verdict }) => verdict.kind === 'passed') || parents.length === 0) return;
        yield {
          size: REPAIRS_PER_ROUND,
          reason: `repair round ${round}: nothing passed`,
          attempts: parents.map(({ replacement, verdict }) => ({
            replacement,
            feedback: feedbackOf(verdict),
          })),
          parents: parents.map(({ id }) => id),
        };
      }
    },
  };
}

/** Failing candidates that broke nothing, those with the most targets passed first. */
function promising(judged: readonly JudgedCandidate[]): readonly JudgedCandidate[] {
  const failed = judged.filter(({ verdict }) => verdict.kind === 'failed');
  return [...failed].sort((a, b) => targetsPassed(b) - targetsPassed(a)).slice(0, PARENTS);
}

function targetsPassed({ verdict }: JudgedCandidate): number {
  return verdict.kind === 'failed' ? verdict.passedTargets : 0;
}

function feedbackOf(verdict: JudgedCandidate['verdict']): string {
  if (verdict.kind !== 'failed') return '';
  return verdict.failures.map(({ id, message }) => `${id}\n${message}`).join('\n\n');
}
