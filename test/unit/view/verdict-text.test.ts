import assert from 'node:assert/strict';
import type { Verdict } from '../../../src/core/api/verdict';
import { verdictDetail } from '../../../src/core/view';

function check(verdict: Verdict, expected: string) {
  it(`${verdict.kind}: ${expected}`, () => assert.equal(verdictDetail(verdict), expected));
}

describe('the words of a verdict', () => {
  check({ kind: 'passed', tests: 12, durationMs: 5 }, '12 tests');
  check({ kind: 'passed', tests: 1, durationMs: 5 }, '1 test');
  check(
    { kind: 'failed', passedTargets: 1, targets: 3, failures: [] },
    '1 of 3 failing tests now passes',
  );
  check({ kind: 'regressed', broken: [{ id: 'a', message: '' }] }, 'broke 1 passing test');
  check({ kind: 'malformed', reason: 'no code block' }, 'no code block');
  check({ kind: 'syntax-error', message: 'unexpected }', line: 3 }, 'line 3: unexpected }');
  check({ kind: 'crashed', detail: '\nsegfault\nat 0x0' }, 'segfault');
  check({ kind: 'incomplete', missing: ['a', 'b'], detail: '' }, '2 expected tests not reported');
  check({ kind: 'timed-out', limitMs: 1500 }, 'no end within 1.5 s');
  check({ kind: 'out-of-memory', limitBytes: 2 ** 30 }, 'over 1024 MB');
  check({ kind: 'flaky', tests: ['a'] }, '1 test passed once and not again');
  check({ kind: 'duplicate', of: 'c2' }, 'of c2');
  check({ kind: 'cancelled' }, '');
});
