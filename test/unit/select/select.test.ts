import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JudgedCandidate } from '../../../src/core/api/strategy';
import type { Verdict } from '../../../src/core/api/verdict';
import { wilsonInterval } from '../../../src/core/select/estimators';
import { gradeEvidence } from '../../../src/core/select/evidence';
import { rankPassing } from '../../../src/core/select/ranking';

const PASSED: Verdict = { kind: 'passed', tests: 3, durationMs: 1 };
const FAILED: Verdict = { kind: 'failed', passedTargets: 0, targets: 1, failures: [] };

function candidate(id: string, verdict: Verdict, votes = 1): JudgedCandidate {
  return { id, verdict, votes, replacement: '' };
}

describe('wilsonInterval', () => {
  it('agrees with published values', () => {
    // 10 of 20: (0.299, 0.701), as in Brown, Cai and DasGupta (2001).
    const [low, high] = wilsonInterval(10, 20);
    assert.ok(Math.abs(low - 0.2993) < 1e-3 && Math.abs(high - 0.7007) < 1e-3);
  });

  it('contains the observed rate and stays within [0, 1]', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (a, b) => {
        const [successes, trials] = [Math.min(a, b), Math.max(a, b, 1)];
        const [low, high] = wilsonInterval(successes, trials);
        const rate = successes / trials;
        return low >= 0 && high <= 1 && low <= rate + 1e-9 && rate <= high + 1e-9;
      }),
    );
  });

  it('knows nothing without trials', () => {
    assert.deepEqual(wilsonInterval(0, 0), [0, 1]);
  });
});

describe('rankPassing', () => {
  it('puts votes first, then arrival, and leaves out what did not pass', () => {
    const ranked = rankPassing([
      candidate('c10', PASSED),
      candidate('c2', PASSED),
      candidate('c3', FAILED, 9),
      candidate('c4', PASSED, 2),
    ]);
    assert.deepEqual(
      ranked.map(({ id }) => id),
      ['c4', 'c2', 'c10'],
    );
  });
});

describe('gradeEvidence', () => {
  const worth = { targets: 1, guards: 5, exercising: 5 };
  const unnoticed = (survivors: number, tried: number) => ({
    ...worth,
    mutants: {
      tried,
      total: tried,
      survivors: Array.from({ length: survivors }, (_, line) => ({
        ...{ line, before: '', after: '' },
        ...{ description: '', diff: '' },
      })),
    },
  });
  const failing = [candidate('c1', FAILED), candidate('c2', FAILED)];
  const grades: readonly [string, JudgedCandidate[], typeof worth | object, string][] = [
    ['one clear choice under many tests', [...failing, candidate('c3', PASSED)], worth, 'strong'],
    ['few exercising tests', [candidate('c3', PASSED)], { ...worth, exercising: 2 }, 'fair'],
    ['a single exercising test', [candidate('c3', PASSED)], { ...worth, exercising: 1 }, 'weak'],
    ['rivals that pass', [candidate('c3', PASSED), candidate('c4', PASSED)], worth, 'strong'],
    ['no target', [candidate('c3', PASSED)], { ...worth, targets: 0 }, 'weak'],
    ['no sabotage', [candidate('c3', PASSED)], { ...worth, exercising: undefined }, 'weak'],
    ['a guess that passes too', [candidate('c3', PASSED)], { ...worth, guess: 'return 4' }, 'weak'],
    ['all of its changes noticed', [candidate('c3', PASSED)], unnoticed(0, 8), 'strong'],
    ['some of its changes unnoticed', [candidate('c3', PASSED)], unnoticed(3, 8), 'fair'],
    ['most of its changes unnoticed', [candidate('c3', PASSED)], unnoticed(5, 8), 'weak'],
    ['agreement', [candidate('c3', PASSED, 4)], { ...worth, exercising: 3 }, 'strong'],
    ['less agreement', [candidate('c3', PASSED, 3)], { ...worth, exercising: 3 }, 'fair'],
  ];
  for (const [title, judged, tests, grade] of grades)
    it(`calls ${title} ${grade}`, () => {
      const evidence = gradeEvidence(judged, 'c3', tests as typeof worth);
      assert.equal(evidence.grade, grade, evidence.reasons.join('; '));
    });

  it('carries the number of survivors where some were tried', () => {
    const judged = [candidate('c3', PASSED)];
    assert.equal(gradeEvidence(judged, 'c3', unnoticed(3, 8)).survivors, 3);
    assert.equal(gradeEvidence(judged, 'c3', worth).survivors, undefined);
  });

  it('does not count what was never tested', () => {
    const evidence = gradeEvidence(
      [candidate('c1', { kind: 'cancelled' }), candidate('c2', PASSED)],
      'c2',
      worth,
    );
    assert.deepEqual([evidence.passed, evidence.verified], [1, 1]);
  });
});
