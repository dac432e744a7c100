import assert from 'node:assert/strict';
import type { Sandbox, SandboxPool } from '../../../src/core/api/sandbox';
import type { TestOutcome, TestResult } from '../../../src/core/api/report';
import { splitBaseline } from '../../../src/core/verify/baseline';
import { measureScreening } from '../../../src/core/verify/screening';

const SANDBOX: Sandbox = {
  root: '/',
  scratch: '/',
  reset: () => Promise.resolve(),
  run: () => assert.fail('no program is run here'),
};
const POOL: SandboxPool = {
  kind: 'slot',
  lend: (use) => use(SANDBOX),
  dispose: () => Promise.resolve(),
};

type Row = readonly [file: string, outcome: TestOutcome];

function report(durationMs: number, rows: readonly Row[]) {
  const tests = rows.map(([file, outcome]): TestResult => ({ id: `${file} › t`, file, outcome }));
  return { tests, durationMs, end: { kind: 'completed', exitCode: 0 } as const, output: '' };
}

/** The steps for a suite of one target in a.js and one guard in b.js, which run like this by themselves. */
async function stepsFor(suiteMs: number, alone: ReturnType<typeof report>) {
  const suite = report(suiteMs, [
    ['a.js', 'failed'],
    ['b.js', 'passed'],
  ]);
  const bench = { pool: POOL, runTests: () => Promise.resolve(alone) };
  const baseline = splitBaseline({ first: suite });
  const { signal } = new AbortController();
  const steps = await measureScreening(bench, baseline, 35_000, signal);
  return steps.map(({ stage, timeLimitMs }) => `${stage} ${timeLimitMs}`);
}

describe('screening by parts of the suite', () => {
  const check = (
    title: string,
    suiteMs: number,
    alone: readonly [number, readonly Row[]],
    expected: readonly string[],
  ) => it(title, async () => assert.deepEqual(await stepsFor(suiteMs, report(...alone)), expected));

  const both = (limit: number) => [`targets ${limit}`, 'suite 35000'];
  check('has a limit of its own', 11_000, [2_000, [['a.js', 'failed']]], both(8_000));
  check('never has more time than the suite', 11_000, [30_000, [['a.js', 'failed']]], both(35_000));
  const whole = ['suite 35000'];
  check('is left out for a quick suite', 900, [2_000, [['a.js', 'failed']]], whole);
  check('is left out where it says something else', 11_000, [2_000, [['a.js', 'passed']]], whole);
  check('is left out where it says nothing', 11_000, [2_000, []], whole);

  it('ends with the whole suite where its last part lies', async () => {
    const suite = report(11_000, [
      ['a.js', 'failed'],
      ['b.js', 'passed'],
      ['c.js', 'passed'],
    ]);
    const sabotaged = report(11_000, [
      ['a.js', 'failed'],
      ['b.js', 'failed'],
      ['c.js', 'passed'],
    ]);
    const alone = report(1_000, [['a.js', 'failed']]);
    const bench = { pool: POOL, runTests: () => Promise.resolve(alone) };
    const baseline = splitBaseline({ first: suite, sabotaged, selected: 'a' });
    const { signal } = new AbortController();
    const steps = await measureScreening(
      bench,
      { ...baseline, targets: suite.tests.slice(0, 1) },
      35_000,
      signal,
    );
    assert.deepEqual(
      steps.map(({ stage }) => stage),
      ['targets', 'suite'],
    );
  });
});
