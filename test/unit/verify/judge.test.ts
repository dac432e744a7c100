import assert from 'node:assert/strict';
import type { RunnerEnd, TestReport, TestResult } from '../../../src/core/api/report';
import type { Baseline } from '../../../src/core/verify/baseline';
import { expectationOf, judge } from '../../../src/core/verify/judge';

const baseline: Baseline = {
  targets: [{ id: 'a › target', file: 'a', outcome: 'failed', message: 'no' }],
  guards: [
    { id: 'a › guard', file: 'a', outcome: 'passed' },
    { id: 'b › guard', file: 'b', outcome: 'passed' },
  ],
  skipped: ['a › skipped'],
  flaky: ['a › flaky'],
  unrelated: ['b › broken anyway'],
  within: [],
  exercising: [],
  durationMs: 10,
};

const allPassed: Readonly<Record<string, TestResult['outcome']>> = {
  'a › target': 'passed',
  'a › guard': 'passed',
  'b › guard': 'passed',
};

function reportOf(
  outcomes: Readonly<Record<string, TestResult['outcome']>>,
  end: RunnerEnd = { kind: 'completed', exitCode: 0 },
): TestReport {
  const tests = Object.entries(outcomes).map(([id, outcome]): TestResult => ({
    id,
    file: id.split(' › ')[0] ?? '',
    outcome,
  }));
  return { tests, end, durationMs: 5, output: '' };
}

function check(
  report: TestReport,
  kind: ReturnType<typeof judge>['kind'],
  against = expectationOf(baseline),
) {
  const verdict = judge(report, against);
  assert.equal(verdict.kind, kind, JSON.stringify(verdict));
  return verdict;
}

describe('judge', () => {
  it('passes a candidate only when every expected id is reported as passed', () => {
    check(reportOf(allPassed), 'passed');
  });

  it('calls a missing test incomplete, whatever the exit code says', () => {
    const { 'b › guard': _, ...rest } = allPassed;
    const verdict = check(reportOf(rest), 'incomplete');
    assert.deepEqual(verdict.kind === 'incomplete' && verdict.missing, ['b › guard']);
  });

  it('calls a test that is collected twice incomplete', () => {
    check(reportOf({ ...allPassed, 'a › target #2': 'passed' }), 'incomplete');
  });

  it('calls a test that turned from failing to skipped incomplete', () => {
    check(reportOf({ ...allPassed, 'a › target': 'skipped' }), 'incomplete');
  });

  it('does not pass an empty report', () => {
    check(reportOf({}), 'incomplete');
  });

  it('counts the targets that pass', () => {
    const verdict = check(reportOf({ ...allPassed, 'a › target': 'failed' }), 'failed');
    assert.deepEqual(verdict.kind === 'failed' && [verdict.passedTargets, verdict.targets], [0, 1]);
  });

  it('names the guards that broke, even if the target still fails', () => {
    const verdict = check(
      reportOf({ ...allPassed, 'a › target': 'failed', 'b › guard': 'failed' }),
      'regressed',
    );
    assert.deepEqual(verdict.kind === 'regressed' && verdict.broken.map(({ id }) => id), [
      'b › guard',
    ]);
  });

  it('expects nothing of flaky, skipped and unrelated tests', () => {
    check(
      reportOf({
        ...allPassed,
        'a › flaky': 'failed',
        'a › skipped': 'failed',
        'b › broken anyway': 'failed',
      }),
      'passed',
    );
  });

  it('sees a failure that no expectation covers', () => {
    check(reportOf({ ...allPassed, 'c › loads': 'failed' }), 'regressed');
  });

  it('does not believe a runner that failed although no test did', () => {
    check(reportOf(allPassed, { kind: 'completed', exitCode: 1 }), 'crashed');
  });

  it('tolerates a coverage threshold', () => {
    const report = reportOf(allPassed, { kind: 'completed', exitCode: 1 });
    check({ ...report, output: 'Required test coverage of 90% not reached.' }, 'passed');
  });

  it('restricts the expectation to the files of a scope', () => {
    check(
      reportOf({ 'a › target': 'passed', 'a › guard': 'passed' }),
      'passed',
      expectationOf(baseline, ['a']),
    );
  });

  const ends: readonly [RunnerEnd, ReturnType<typeof judge>['kind']][] = [
    [{ kind: 'crashed', detail: 'boom' }, 'crashed'],
    [{ kind: 'not-started', detail: 'no such program' }, 'crashed'],
    [{ kind: 'prepare-failed', command: 'tsc', detail: 'TS1005' }, 'crashed'],
    [{ kind: 'timed-out', limitMs: 5 }, 'timed-out'],
    [{ kind: 'out-of-memory' }, 'out-of-memory'],
    [{ kind: 'cancelled' }, 'cancelled'],
  ];
  for (const [end, kind] of ends)
    it(`names a runner that ended as ${end.kind}, even if its tests passed`, () => {
      check(reportOf(allPassed, end), kind);
    });

  describe('a test file that could not be loaded', () => {
    const expected = expectationOf({
      ...baseline,
      targets: [{ id: 'c', file: 'c', outcome: 'failed', wholeFile: true }],
      guards: [],
    });
    it('passes when the file now holds passing tests and no failing one', () => {
      check(reportOf({ 'c › one': 'passed', 'c › two': 'skipped' }), 'passed', expected);
    });
    it('fails when one of its tests fails', () => {
      check(reportOf({ 'c › one': 'passed', 'c › two': 'failed' }), 'failed', expected);
    });
    it('is incomplete when the file holds no passing test', () => {
      check(reportOf({ 'c › one': 'skipped' }), 'incomplete', expected);
    });
  });
});
