import assert from 'node:assert/strict';
import type { TestReport, TestResult } from '../../../src/core/api/report';
import { splitBaseline } from '../../../src/core/verify/baseline';

type Row = readonly [id: string, outcome: TestResult['outcome'], message?: string];

function report(...rows: readonly Row[]): TestReport {
  return {
    tests: rows.map(([id, outcome, message]) => ({ id, outcome, ...(message && { message }) })),
    end: { kind: 'completed', exitCode: 0 },
    durationMs: 100,
    output: '',
  };
}

const ids = (tests: readonly TestResult[]) => tests.map(({ id }) => id);

describe('splitBaseline', () => {
  it('splits by outcome', () => {
    const split = splitBaseline({
      first: report(['t', 'failed', 'no'], ['g', 'passed'], ['s', 'skipped']),
    });
    assert.deepEqual([ids(split.targets), ids(split.guards), split.skipped], [['t'], ['g'], ['s']]);
    assert.equal(split.exercising, undefined);
  });

  it('names tests that change between two untouched runs, missing ones included', () => {
    const split = splitBaseline({
      first: report(['a', 'failed'], ['b', 'passed'], ['c', 'passed']),
      second: report(['a', 'passed'], ['c', 'passed']),
    });
    assert.deepEqual([split.flaky, ids(split.guards)], [['a', 'b'], ['c']]);
  });

  it('counts the tests that notice the sabotage', () => {
    const split = splitBaseline({
      first: report(['t', 'failed', 'expected 2, got 3'], ['g', 'passed'], ['far', 'passed']),
      sabotaged: report(['t', 'failed', 'winnow-sabotage'], ['g', 'failed'], ['far', 'passed']),
    });
    assert.deepEqual(split.exercising, ['t', 'g']);
  });

  it('leaves out failing tests that say the same whatever the selection does', () => {
    const split = splitBaseline({
      first: report(['t', 'failed', 'expected 2'], ['net', 'failed', 'ENOTFOUND after 31ms']),
      sabotaged: report(
        ['t', 'failed', 'winnow-sabotage'],
        ['net', 'failed', 'ENOTFOUND after 7ms'],
      ),
    });
    assert.deepEqual([ids(split.targets), split.unrelated], [['t'], ['net']]);
  });

  it('does not take a message that changes by itself for a sign of the selection', () => {
    const split = splitBaseline({
      first: report(['net', 'failed', 'refused by peer 4711']),
      second: report(['net', 'failed', 'refused by peer 4712']),
      sabotaged: report(['net', 'failed', 'refused by peer 4713']),
    });
    assert.deepEqual(split.unrelated, ['net']);
  });

  describe('where no failing test notices the sabotage', () => {
    const check = (title: string, message: string, targets: readonly string[]) =>
      it(title, () => {
        const failing = (file: string): TestResult => ({
          id: `${file} › t`,
          file,
          outcome: 'failed',
          message,
        });
        const guard = (outcome: TestResult['outcome']): TestResult => ({
          id: 'near.test.js › g',
          file: 'near.test.js',
          outcome,
        });
        const tests = [failing('near.test.js'), failing('far.test.js')];
        const split = splitBaseline({
          first: { ...report(), tests: [...tests, guard('passed')] },
          sabotaged: { ...report(), tests: [...tests, guard('failed')] },
          selected: 'src/price.js',
        });
        assert.deepEqual(ids(split.targets), targets);
        assert.equal(split.unrelated.length, 2 - targets.length);
      });

    check('one beside tests that do is a target', 'no such header', ['near.test.js › t']);
    const both = ['near.test.js › t', 'far.test.js › t'];
    check('one whose trace names the file is', 'at round (/slot/src/price.js:3:9)', both);
    check('one that cannot import from it is', "'../src/price.js' has no export 'round'", both);
    check('one that names another file is not', "'./my-price.js' has no export", [
      'near.test.js › t',
    ]);
  });

  it('keeps failing tests that a patch could change out of the targets', () => {
    const inFile = (file: string, outcome: TestResult['outcome']): TestResult => ({
      id: `${file} ${outcome}`,
      file,
      outcome,
    });
    const split = splitBaseline({
      first: {
        ...report(),
        tests: [
          inFile('lib.py', 'failed'),
          inFile('lib.py', 'passed'),
          inFile('test_lib.py', 'failed'),
        ],
      },
      selected: 'lib.py',
    });
    assert.deepEqual(
      [ids(split.targets), ids(split.guards), split.within],
      [['test_lib.py failed'], ['lib.py passed'], ['lib.py failed']],
    );
  });

  it('takes for targets only what notices, where there is nothing to repair', () => {
    const failing: TestResult = {
      id: 'near',
      file: 'near.test.js',
      outcome: 'failed',
      message: '',
    };
    const guard = (outcome: TestResult['outcome']): TestResult => ({
      id: 'guard',
      file: 'near.test.js',
      outcome,
    });
    const split = splitBaseline({
      first: { ...report(), tests: [failing, guard('passed')] },
      sabotaged: { ...report(), tests: [failing, guard('failed')] },
      strictly: true,
    });
    assert.deepEqual([ids(split.targets), split.unrelated], [[], ['near']]);
  });

  it('takes a test that vanishes under sabotage for one that exercises the selection', () => {
    const split = splitBaseline({ first: report(['g', 'passed']), sabotaged: report() });
    assert.deepEqual(split.exercising, ['g']);
  });
});
