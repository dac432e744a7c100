import assert from 'node:assert/strict';
import type { TestOutcome, TestResult } from '../../../src/core/api/report';
import { splitBaseline } from '../../../src/core/verify/baseline';
import { whyBlind } from '../../../src/core/verify/unusable';

type Row = readonly [file: string, outcome: TestOutcome];

/** What keeps tests in these files, with these outcomes, from judging lib.py. */
function reasonFor(rows: readonly Row[]): string | undefined {
  const tests = rows.map(([file, outcome]): TestResult => ({
    id: `${file} ${outcome}`,
    file,
    outcome,
  }));
  const first = {
    tests,
    durationMs: 1,
    end: { kind: 'completed', exitCode: 0 },
    output: '',
  } as const;
  const baseline = splitBaseline({ first, selected: 'lib.py' });
  return whyBlind(baseline, { file: 'lib.py', selectsTests: false });
}

describe('tests within the selected file', () => {
  const check = (title: string, rows: readonly Row[], reason: RegExp | undefined) =>
    it(title, () => {
      const found = reasonFor(rows);
      if (reason) assert.match(found ?? '', reason);
      else assert.equal(found, undefined);
    });

  check(
    'do no harm beside others',
    [
      ['lib.py', 'passed'],
      ['test_lib.py', 'failed'],
    ],
    undefined,
  );
  check(
    'may fail where others do',
    [
      ['lib.py', 'failed'],
      ['test_lib.py', 'failed'],
    ],
    undefined,
  );
  check('cannot judge by themselves', [['lib.py', 'failed']], /holds tests/);
  check(
    'cannot be the only ones to fail',
    [
      ['lib.py', 'failed'],
      ['test_lib.py', 'passed'],
    ],
    /holds tests/,
  );
});
