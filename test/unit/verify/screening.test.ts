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

/** The limit of the screening for a suite of one target in a.js and one guard in b.js. */
async function limitFor(suiteMs: number, alone: ReturnType<typeof report>) {
  const suite = report(suiteMs, [
    ['a.js', 'failed'],
    ['b.js', 'passed'],
  ]);
  const bench = { pool: POOL, runTests: () => Promise.resolve(alone) };
  const baseline = splitBaseline({ first: suite });
  const { signal } = new AbortController();
  return (await measureScreening(bench, baseline, 35_000, signal))?.timeLimitMs;
}

describe('screening by the files of the targets', () => {
  const check = (
    title: string,
    suiteMs: number,
    alone: readonly [number, readonly Row[]],
    limit: number | undefined,
  ) => it(title, async () => assert.equal(await limitFor(suiteMs, report(...alone)), limit));

  check('has a limit of its own', 11_000, [2_000, [['a.js', 'failed']]], 8_000);
  check('never has more time than the suite', 11_000, [30_000, [['a.js', 'failed']]], 35_000);
  check('is left out for a quick suite', 900, [2_000, [['a.js', 'failed']]], undefined);
  check(
    'is left out where the target passes by itself',
    11_000,
    [2_000, [['a.js', 'passed']]],
    undefined,
  );
  check('is left out where the target is not reported', 11_000, [2_000, []], undefined);
});

describe('screening by the files that exercise the selection', () => {
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
  const throwing = sabotaged.tests.map((test) =>
    test.outcome === 'failed' ? { ...test, message: 'thrown' } : test,
  );

  const measure = (sabotagedTests: readonly TestResult[] | undefined, alone: readonly Row[]) => {
    const bench = { pool: POOL, runTests: () => Promise.resolve(report(2_000, alone)) };
    const baseline = splitBaseline({
      first: suite,
      ...(sabotagedTests && { sabotaged: { ...sabotaged, tests: sabotagedTests } }),
    });
    return measureScreening(bench, baseline, 35_000, new AbortController().signal);
  };

  it('takes the place of the whole suite', async () => {
    const alone: readonly Row[] = [
      ['a.js', 'failed'],
      ['b.js', 'passed'],
    ];
    const screening = await measure(throwing, alone);
    assert.deepEqual([screening?.stage, screening?.files], ['related', ['a.js', 'b.js']]);
  });

  it('is not known without a sabotage', async () => {
    const screening = await measure(undefined, [['a.js', 'failed']]);
    assert.deepEqual([screening?.stage, screening?.files], ['targets', ['a.js']]);
  });
});
