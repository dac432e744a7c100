import type { RunnerEnd, TestReport, TestResult } from '../api/report';
import type { Failure, Verdict } from '../api/verdict';
import type { Baseline } from './baseline';

/** What a report must show, and which of its failures are known to mean nothing. */
export interface Expectation {
  readonly targets: readonly TestResult[];
  readonly guards: readonly TestResult[];
  /** Ids of which nothing is expected: flaky, unrelated, skipped before. */
  readonly ignored: ReadonlySet<string>;
}

/** Everything the baseline asks of a candidate; restricted to the tests of `files` where given. */
export function expectationOf(baseline: Baseline, files?: readonly string[]): Expectation {
  const inScope = ({ file }: TestResult) => !files || (file !== undefined && files.includes(file));
  return {
    targets: baseline.targets.filter(inScope),
    guards: baseline.guards.filter(inScope),
    ignored: new Set([
      ...baseline.flaky,
      ...baseline.unrelated,
      ...baseline.within,
      ...baseline.skipped,
    ]),
  };
}

/**
 * The verdict that a report deserves. It is `passed` only if every expected id is explicitly
 * reported as passed and nothing else went wrong; exit codes alone prove nothing.
 */
export function judge(report: TestReport, expected: Expectation): Verdict {
  if (report.end.kind !== 'completed') return verdictOfEnd(report.end);
  const results = new Map(report.tests.map((test) => [test.id, test]));
  const targets = expected.targets.map((test) => ({ test, seen: seenAs(test, report, results) }));
  const guards = expected.guards.map((test) => ({ test, seen: seenAs(test, report, results) }));

  const broken = guards.flatMap(({ seen }) =>
    seen?.outcome === 'failed' ? [failureOf(seen)] : [],
  );
  broken.push(...unexpectedFailures(report, expected));
  if (broken.length > 0) return { kind: 'regressed', broken };

  const failing = targets.flatMap(({ seen }) =>
    seen?.outcome === 'failed' ? [failureOf(seen)] : [],
  );
  if (failing.length > 0)
    return {
      kind: 'failed',
      passedTargets: targets.filter(({ seen }) => seen?.outcome === 'passed').length,
      targets: targets.length,
      failures: failing,
    };

  const twice = collectedTwice(report, expected);
  if (twice.length > 0)
    return {
      kind: 'incomplete',
      missing: [],
      detail: `tests were collected that were not there before: ${twice.slice(0, 3).join(', ')}`,
    };

  const missing = [...targets, ...guards].filter(({ seen }) => seen?.outcome !== 'passed');
  if (missing.length > 0)
    return {
      kind: 'incomplete',
      missing: missing.map(({ test }) => test.id),
      detail: `${missing.length} of ${targets.length + guards.length} expected tests were not reported as passed`,
    };
  return (
    runnerComplained(report) ?? {
      kind: 'passed',
      tests: targets.length + guards.length,
      durationMs: report.durationMs,
    }
  );
}

/** How an expected test appears in a report; a whole file counts by the tests it now holds. */
function seenAs(
  expected: TestResult,
  report: TestReport,
  results: ReadonlyMap<string, TestResult>,
): TestResult | undefined {
  if (!expected.wholeFile) return results.get(expected.id);
  const tests = report.tests.filter(({ file }) => file === expected.file);
  return tests.find(({ outcome }) => outcome === 'failed') ?? tests.find(isPassed);
}

/** Failures that no expectation covers: a file that no longer loads, an error outside any test. */
function unexpectedFailures(report: TestReport, expected: Expectation): readonly Failure[] {
  const known = new Set([...expected.targets, ...expected.guards].map(({ id }) => id));
  const wholeFiles = new Set(
    expected.targets.filter(({ wholeFile }) => wholeFile).map(({ file }) => file),
  );
  return report.tests
    .filter(({ outcome }) => outcome === 'failed')
    .filter(({ id, file }) => !known.has(id) && !expected.ignored.has(id) && !wholeFiles.has(file))
    .map(failureOf);
}

/** Ids by which an expected test is reported a second time, as it was not before. */
function collectedTwice(report: TestReport, expected: Expectation): readonly string[] {
  const known = new Set([...expected.targets, ...expected.guards].map(({ id }) => id));
  return report.tests
    .map(({ id }) => id)
    .filter((id) => !known.has(id) && !expected.ignored.has(id))
    .filter((id) => known.has(id.replace(/ #\d+$/, '')));
}

const COVERAGE_COMPLAINT = /coverage.*(threshold|fail[- ]under|required)|required test coverage/i;

/** A runner that fails although no test did has seen something: an unhandled error, a leak. */
function runnerComplained(report: TestReport): Verdict | undefined {
  const { end } = report;
  if (end.kind !== 'completed' || end.exitCode === 0) return undefined;
  if (report.tests.some(({ outcome }) => outcome === 'failed')) return undefined;
  if (COVERAGE_COMPLAINT.test(report.output)) return undefined;
  return {
    kind: 'crashed',
    detail: `every test passed, yet the runner ended with status ${end.exitCode}:\n${report.output}`,
  };
}

function verdictOfEnd(end: Exclude<RunnerEnd, { kind: 'completed' }>): Verdict {
  switch (end.kind) {
    case 'timed-out':
    case 'cancelled':
    case 'out-of-memory':
      return end;
    case 'crashed':
    case 'not-started':
      return { kind: 'crashed', detail: end.detail };
    case 'prepare-failed':
      return { kind: 'crashed', detail: `${end.command} failed:\n${end.detail}` };
  }
}

function failureOf({ id, message }: TestResult): Failure {
  return { id, message: message ?? '' };
}

function isPassed({ outcome }: TestResult): boolean {
  return outcome === 'passed';
}
