import assert from 'node:assert/strict';
import type { ReadTests } from '../../../src/core/api/framework';
import type { ProcessEnd, ProcessOutcome } from '../../../src/core/api/process';
import type { RunnerEnd } from '../../../src/core/api/report';
import { toReport } from '../../../src/core/frameworks';

const COMPLETE: ReadTests = { tests: [{ id: 'a', outcome: 'passed' }], complete: true };
const NONE: ReadTests = { tests: [], complete: false };

function outcome(end: ProcessEnd, stderr = '', stdout = ''): ProcessOutcome {
  return { end, stdout, stderr, durationMs: 5 };
}

const exited = (code: number): ProcessEnd => ({ kind: 'exited', code });

/** How the runner ended; of a detail, a part is enough. */
function check(
  name: string,
  read: ReadTests,
  from: ProcessOutcome,
  kind: RunnerEnd['kind'],
  detail?: RegExp,
): void {
  it(name, () => {
    const { end } = toReport(read, from);
    assert.equal(end.kind, kind);
    if (detail) assert.match(JSON.stringify(end), detail);
  });
}

const HEAP = 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory';

describe('how a runner ended', () => {
  check(
    'a complete report with status 0',
    COMPLETE,
    outcome(exited(0)),
    'completed',
    /"exitCode":0/,
  );
  check(
    'a complete report with status 1',
    COMPLETE,
    outcome(exited(1)),
    'completed',
    /"exitCode":1/,
  );
  check('no report with status 0', NONE, outcome(exited(0)), 'crashed', /status 0/);
  check(
    'no report with last words',
    NONE,
    outcome(exited(1), 'TypeError: x is not'),
    'crashed',
    /TypeError: x is not/,
  );
  check(
    'a complete report from a process that was killed',
    COMPLETE,
    outcome({ kind: 'timed-out', limitMs: 7 }),
    'timed-out',
    /7/,
  );
  check(
    'the heap was full, with a signal',
    NONE,
    outcome({ kind: 'signalled', signal: 'SIGABRT' }, HEAP),
    'out-of-memory',
  );
  check('the heap was full, with a status', NONE, outcome(exited(134), HEAP), 'out-of-memory');
  check(
    'a limit on memory',
    NONE,
    outcome({ kind: 'out-of-memory', limitBytes: 9 }),
    'out-of-memory',
    /9/,
  );
  check('Python had no memory left', NONE, outcome(exited(1), 'MemoryError\n'), 'out-of-memory');
  check('a test that talks of memory', COMPLETE, outcome(exited(1), HEAP), 'completed');
  check(
    'another signal',
    NONE,
    outcome({ kind: 'signalled', signal: 'SIGSEGV' }),
    'crashed',
    /SIGSEGV/,
  );
  check(
    'too many processes',
    NONE,
    outcome({ kind: 'too-many-processes', limit: 64 }),
    'crashed',
    /64 processes/,
  );
  check('cancelled', NONE, outcome({ kind: 'cancelled' }), 'cancelled');
  check(
    'not started',
    NONE,
    outcome({ kind: 'not-started', reason: 'no mocha' }),
    'not-started',
    /no mocha/,
  );
  check(
    'a shell that finds no program',
    NONE,
    outcome(exited(127), 'sh: 1: mocha: not found'),
    'not-started',
    /mocha: not found/,
  );
  check(
    'no pytest',
    NONE,
    outcome(exited(1), '/usr/bin/python3: No module named pytest'),
    'not-started',
    /No module named pytest/,
  );
  check(
    'a module of the project is missing',
    NONE,
    outcome(exited(1), "Cannot find module './util'"),
    'crashed',
  );

  it('keeps the end of what was printed, errors last, without colours', () => {
    const { output } = toReport(
      NONE,
      outcome(exited(1), '\u001b[31merror\u001b[0m', 'x'.repeat(20_000)),
    );
    assert.match(output, /^…x+\nerror$/);
    assert.ok(output.length < 9_000);
  });
});
