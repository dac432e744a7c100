import type { ReadTests, ReportSource } from '../api/framework';
import type { TestResult } from '../api/report';
import { createIdMaker } from './ids';
import { junitCases, type JUnitCase } from './junit-xml';
import { details, NO_REPORT } from './results';

/** Exit codes of a run that came to its end: all passed, some failed, some had errors. */
const FINISHED = new Set([0, 1, 2]);

/** Reads PHPUnit's `--log-junit`. Its outermost suite is named by an absolute path: files say more. */
export function readPhpUnit(source: ReportSource): ReadTests {
  const { end } = source.outcome;
  const cases = junitCases(source);
  if (!cases) return NO_REPORT;
  const makeId = createIdMaker();
  return {
    tests: cases.map((test) => resultOf(test, makeId)),
    complete: end.kind === 'exited' && FINISHED.has(end.code),
  };
}

function resultOf(test: JUnitCase, makeId: ReturnType<typeof createIdMaker>): TestResult {
  const { file, classname, name, durationMs, message } = test;
  // What PHPUnit warns about a class of tests, not a test: a suite may live with it.
  const isWarning = name === 'Warning' && classname === '';
  const subject = classname === '' ? (test.suites.at(-1) ?? '') : classname;
  const outcome = isWarning ? 'skipped' : test.outcome;
  return { id: makeId(file, subject, name), outcome, ...details({ file, durationMs, message }) };
}
