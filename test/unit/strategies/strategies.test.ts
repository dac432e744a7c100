import assert from 'node:assert/strict';
import type { JudgedCandidate, Wave, Progress, Strategy } from '../../../src/core/api/strategy';
import type { Verdict } from '../../../src/core/api/verdict';
import { adaptive } from '../../../src/core/strategies/adaptive';
import { bestOfN } from '../../../src/core/strategies/best-of-n';
import { withRepair } from '../../../src/core/strategies/repair';
import { stopRule } from '../../../src/core/strategies/stopping';

const PASSED: Verdict = { kind: 'passed', tests: 1, durationMs: 1 };

function failed(passedTargets: number): Verdict {
  return {
    kind: 'failed',
    passedTargets,
    targets: 3,
    failures: [{ id: 'adds', message: 'expected 2' }],
  };
}

function judged(...verdicts: readonly Verdict[]): JudgedCandidate[] {
  return verdicts.map((verdict, i) => ({
    id: `c${i + 1}`,
    votes: 1,
    verdict,
    replacement: `r${i + 1}`,
  }));
}

function progress(candidates: readonly JudgedCandidate[]): Progress {
  return {
    samplesStarted: candidates.length,
    samplesFinished: candidates.length,
    judged: candidates,
    exhausted: false,
  };
}

async function sizes(strategy: Strategy, verdict: Verdict): Promise<number[]> {
  const seen: number[] = [];
  const started = () => seen.reduce((sum, size) => sum + size, 0);
  const view = () => progress(judged(...Array.from({ length: started() }, () => verdict)));
  for await (const wave of strategy.waves(view)) seen.push(wave.size);
  return seen;
}

describe('strategies', () => {
  it('best-of-n asks for everything at once', async () => {
    assert.deepEqual(await sizes(bestOfN(5), PASSED), [5]);
  });

  it('adaptive asks in growing waves and never for more than n', async () => {
    assert.deepEqual(await sizes(adaptive(20), PASSED), [1, 3, 4, 8, 4]);
    assert.deepEqual(await sizes(adaptive(2), PASSED), [1, 1]);
  });

  it('repairs only when nothing passed, and starts from the best failures', async () => {
    assert.deepEqual(await sizes(withRepair(bestOfN(2), 2), PASSED), [2]);
    const waves: Wave[] = [];
    const view = () => progress(judged(failed(0), failed(2), failed(1)));
    for await (const wave of withRepair(bestOfN(3), 1).waves(view)) waves.push(wave);
    assert.deepEqual(waves[1]?.parents, ['c2', 'c3']);
    assert.match(waves[1].attempts[0]?.feedback ?? '', /expected 2/);
  });

  it('has nothing to repair when every candidate crashed', async () => {
    assert.deepEqual(await sizes(withRepair(bestOfN(2), 2), { kind: 'crashed', detail: '' }), [2]);
  });
});

describe('stopping', () => {
  const none: Verdict[] = Array.from({ length: 12 }, () => failed(0));
  const cases: readonly [Parameters<typeof stopRule>[0], Verdict[], boolean][] = [
    ['quick', [failed(0)], false],
    ['quick', [failed(0), PASSED], true],
    ['balanced', [PASSED, PASSED], false],
    ['balanced', [PASSED, PASSED, PASSED], true],
    ['balanced', [PASSED, ...none.slice(1)], false],
    ['balanced', [PASSED, ...none], true],
    ['thorough', [PASSED, PASSED, PASSED, PASSED], false],
  ];
  for (const [mode, verdicts, stops] of cases)
    it(`${mode} ${stops ? 'stops' : 'goes on'} after ${verdicts.map(({ kind }) => kind).join(', ')}`, () => {
      assert.equal(stopRule(mode)(progress(judged(...verdicts))) !== undefined, stops);
    });

  it('balanced counts votes, not candidates', () => {
    const [candidate] = judged(PASSED);
    assert.ok(candidate);
    assert.ok(stopRule('balanced')(progress([{ ...candidate, votes: 3 }])));
  });
});
