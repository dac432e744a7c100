import assert from 'node:assert/strict';
import type { Grade, MutantFindings, StubFindings } from '../../../src/core/api/audit';
import type { Patch } from '../../../src/core/api/patch';
import type { TestResult } from '../../../src/core/api/report';
import type { Sandbox } from '../../../src/core/api/sandbox';
import { gradeTests, type Findings } from '../../../src/core/verify/audit/grade';
import { probe, withThrowing } from '../../../src/core/verify/audit/probes';
import { createTrialBench, exercisingFiles } from '../../../src/core/verify/audit/trials';
import type { Baseline } from '../../../src/core/verify/baseline';

function tests(count: number, outcome: TestResult['outcome'], file = 'a.test.js'): TestResult[] {
  return Array.from({ length: count }, (_, n) => ({ id: `${outcome} ${n}`, file, outcome }));
}

function baseline(fields: Partial<Baseline> = {}): Baseline {
  const guards = tests(5, 'passed');
  return {
    targets: [],
    guards,
    skipped: [],
    flaky: [],
    unrelated: [],
    within: [],
    exercising: guards.map(({ id }) => id),
    durationMs: 100,
    ...fields,
  };
}

const stubs = (tried: number, ...passing: string[]): StubFindings => ({
  tried,
  total: 12,
  passing: passing.map((name) => ({ name, diff: '' })),
});

const mutants = (tried: number, survivors: number, total = 20): MutantFindings => ({
  tried,
  total,
  survivors: Array.from({ length: survivors }, (_, line) => ({
    line,
    before: '',
    after: '',
    description: '',
    diff: '',
  })),
});

describe('gradeTests', () => {
  const cases: readonly [string, Findings, Grade, boolean][] = [
    [
      'many noticed',
      { baseline: baseline(), stubs: stubs(12), mutants: mutants(20, 2) },
      'strong',
      true,
    ],
    [
      'a third missed',
      { baseline: baseline(), stubs: stubs(12), mutants: mutants(20, 7) },
      'fair',
      true,
    ],
    [
      'most missed',
      { baseline: baseline(), stubs: stubs(12), mutants: mutants(20, 12) },
      'weak',
      true,
    ],
    [
      'a stub passes',
      { baseline: baseline(), stubs: stubs(12, 'return 4'), mutants: mutants(20, 0) },
      'weak',
      false,
    ],
    [
      'no stub was tried',
      { baseline: baseline(), stubs: stubs(0), mutants: mutants(20, 0) },
      'fair',
      true,
    ],
    [
      'hardly a mutant was tried',
      { baseline: baseline(), stubs: stubs(12), mutants: mutants(1, 0) },
      'fair',
      true,
    ],
    [
      'all three mutants',
      { baseline: baseline(), stubs: stubs(12), mutants: mutants(3, 0, 3) },
      'strong',
      true,
    ],
    [
      'two tests',
      { baseline: baseline({ exercising: ['a', 'b'] }), stubs: stubs(12), mutants: mutants(20, 0) },
      'fair',
      true,
    ],
    [
      'nothing was tried',
      { baseline: baseline(), stubs: stubs(0), mutants: mutants(0, 0) },
      'fair',
      true,
    ],
    [
      'failing tests',
      { baseline: baseline({ targets: tests(2, 'failed') }), stubs: stubs(12) },
      'strong',
      true,
    ],
    [
      'one failing test',
      {
        baseline: baseline({ targets: tests(1, 'failed'), exercising: ['failed 0'] }),
        stubs: stubs(12),
      },
      'weak',
      true,
    ],
    ['blind', { baseline: baseline({ exercising: [] }), blind: 'No test notices.' }, 'weak', false],
  ];
  for (const [title, findings, grade, sound] of cases)
    it(`${title}: ${grade}`, () => {
      const judged = gradeTests(findings);
      assert.deepEqual([judged.grade, judged.sound], [grade, sound], judged.reasons.join('; '));
    });

  it('says how much could be tried', () => {
    const { reasons } = gradeTests({
      baseline: baseline(),
      stubs: stubs(0),
      mutants: mutants(3, 1),
    });
    assert.deepEqual(reasons, [
      '5 tests notice when the selection throws',
      '0 of 12 trivial bodies could be tried in the time given',
      '3 of 20 small changes could be tried in the time given: your tests notice 2',
    ]);
  });
});

describe('the files that exercise a selection', () => {
  it('are those of targets and of guards that notice sabotage', () => {
    const near = tests(1, 'passed', 'near.js');
    const far: TestResult[] = [{ id: 'far', file: 'far.js', outcome: 'passed' }];
    const split = baseline({
      targets: tests(1, 'failed', 'target.js'),
      guards: [...near, ...far],
      exercising: ['passed 0'],
    });
    assert.deepEqual(exercisingFiles(split), ['near.js', 'target.js']);
  });

  it('are unknown where a test does not say its file, or nothing could be sabotaged', () => {
    const lost: TestResult[] = [{ id: 'lost', outcome: 'passed' }];
    assert.equal(exercisingFiles(baseline({ guards: lost, exercising: ['lost'] })), undefined);
    assert.equal(exercisingFiles(baseline({ exercising: undefined })), undefined);
  });
});

describe('probing', () => {
  const patchOf = (after: string): Patch => ({ changes: [{ path: 'a.js', before: '', after }] });
  const stub = (name: string) => ({ name, patch: patchOf(name) });
  const mutant = (line: number, text: string) => ({
    line,
    before: '',
    after: text,
    description: '',
    change: { path: 'a.js', before: '', after: text },
    patch: patchOf(text),
  });

  /** A bench whose tests pass exactly for the texts given. */
  function benchFor(passing: readonly string[], order: string[] = [], delayMs = 0) {
    let text = '';
    const sandbox: Sandbox = {
      root: '/',
      scratch: '/',
      reset: (patch) => {
        text = patch.changes[0]?.after ?? '';
        order.push(text);
        return Promise.resolve();
      },
      run: () => Promise.reject(new Error('not asked for')),
    };
    const bench = {
      pool: {
        kind: 'slot' as const,
        lend: <T>(use: (sandbox: Sandbox) => Promise<T>) => use(sandbox),
        dispose: () => Promise.resolve(),
      },
      runTests: async () => {
        await new Promise((resolve) => setTimeout(resolve, delayMs));
        const outcome = passing.includes(text) ? ('passed' as const) : ('failed' as const);
        return {
          tests: tests(5, 'passed').map((test) => ({ ...test, outcome })),
          end: { kind: 'completed' as const, exitCode: 0 },
          durationMs: 1,
          output: '',
        };
      },
    };
    const measured = {
      kind: 'measured' as const,
      baseline: baseline(),
      timeLimitMs: 1_000,
      serial: true,
      sabotaged: undefined,
      screening: undefined,
    };
    return createTrialBench(bench, measured, 1);
  }

  const never = new AbortController().signal;
  const changes = {
    stubs: ['s1', 's2', 's3'].map(stub),
    mutants: { mutants: [mutant(9, 'm1'), mutant(3, 'm2'), mutant(5, 'm3')], total: 7 },
  };
  const diff = (patch: Patch) => patch.changes[0]?.after ?? '';

  it('takes stubs and mutants by turns, and names what passes', async () => {
    const order: string[] = [];
    const found = await probe(changes, benchFor(['s2', 'm1', 'm3'], order), diff, 60_000, never);
    assert.deepEqual(order, ['s1', 's2', 'm1', 'm2', 's3', 'm3']);
    assert.deepEqual(found.stubs, { tried: 3, total: 3, passing: [{ name: 's2', diff: 's2' }] });
    assert.deepEqual([found.mutants?.tried, found.mutants?.total], [3, 7]);
    assert.deepEqual(
      found.mutants?.survivors.map(({ line, diff: shown }) => [line, shown]),
      [
        [5, 'm3'],
        [9, 'm1'],
      ],
    );
  });

  it('tries nothing where there is no time', async () => {
    const order: string[] = [];
    const found = await probe(changes, benchFor([], order), diff, 0, never);
    assert.deepEqual([found.stubs?.tried, found.mutants?.tried, order], [0, 0, []]);
  });

  it('counts a body that only throws among the trivial ones', () => {
    const split = baseline({ guards: [], targets: tests(1, 'failed') });
    const sabotaged = {
      tests: [{ id: 'failed 0', outcome: 'passed' as const }],
      end: { kind: 'completed' as const, exitCode: 0 },
      durationMs: 1,
      output: '',
    };
    const thrown = { baseline: split, sabotage: patchOf('throw'), sabotaged };
    assert.deepEqual(withThrowing(stubs(2), thrown, diff)?.passing, [
      { name: 'throw an error', diff: 'throw' },
    ]);
  });
});
