import assert from 'node:assert/strict';
import type { TestResult } from '../../../src/core/api/report';
import type { Verdict } from '../../../src/core/api/verdict';
import { splitBaseline } from '../../../src/core/verify/baseline';
import { afterConfirmation } from '../../../src/core/verify/confirmation';

const tests: readonly TestResult[] = [
  { id: 'a › target', file: 'a', outcome: 'failed' },
  { id: 'b › guard', file: 'b', outcome: 'passed' },
];
const baseline = splitBaseline({
  first: { tests, end: { kind: 'completed', exitCode: 1 }, durationMs: 1, output: '' },
});

function check(again: Verdict, screened: readonly string[] | undefined, expected: Verdict): void {
  assert.deepEqual(afterConfirmation(again, baseline, screened), expected);
}

const broke = (id: string): Verdict => ({ kind: 'regressed', broken: [{ id, message: 'no' }] });

describe('a candidate that passed its screening and not its confirmation', () => {
  it('is flaky where a screened test disagrees with itself', () => {
    check(broke('b › guard'), undefined, { kind: 'flaky', tests: ['b › guard'] });
    check(broke('a › target'), ['a'], { kind: 'flaky', tests: ['a › target'] });
  });

  it('has broken what was left out of the screening', () => {
    check(broke('b › guard'), ['a'], broke('b › guard'));
  });

  it('is flaky where all tests were screened and the runner ended differently', () => {
    check({ kind: 'timed-out', limitMs: 9 }, undefined, { kind: 'flaky', tests: [] });
  });

  it('keeps the end of a suite of which a part was screened', () => {
    check({ kind: 'timed-out', limitMs: 9 }, ['a'], { kind: 'timed-out', limitMs: 9 });
  });
});
