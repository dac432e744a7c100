import type { TestReport, TestResult } from '../api/report';
import { sameFailure } from './failure-text';
import { createKinship } from './kinship';

/** What the untouched snapshot's tests say, split by what they mean for a candidate. */
export interface Baseline {
  /** Fail now and depend on the selection: they must pass. */
  readonly targets: readonly TestResult[];
  /** Pass now: they must go on passing. */
  readonly guards: readonly TestResult[];
  /** Skipped now; nothing is expected of them. */
  readonly skipped: readonly string[];
  /** Changed between two untouched runs; nothing is expected of them. */
  readonly flaky: readonly string[];
  /** Fail in the same way whatever the selection does; nothing is expected of them. */
  readonly unrelated: readonly string[];
  /** Fail, and stand in the selected file, where a patch could change them; nothing is expected. */
  readonly within: readonly string[];
  /** Tests that noticed the sabotage; undefined where none could be tried. */
  readonly exercising: readonly string[] | undefined;
  readonly durationMs: number;
}

/** The reports that a baseline is made of. */
export interface BaselineReports {
  readonly first: TestReport;
  /** The untouched snapshot again, where the suite is quick enough for a second run. */
  readonly second?: TestReport;
  /** The snapshot with a selection that throws. */
  readonly sabotaged?: TestReport;
  /** The file that holds the selection, relative to the snapshot's root. */
  readonly selected?: string;
  /** Only tests that notice the selection are about it: there is nothing to repair. */
  readonly strictly?: boolean;
}

/** Splits the tests of the untouched snapshot into targets, guards and what cannot be relied on. */
export function splitBaseline(reports: BaselineReports): Baseline {
  const { first, second, sabotaged, selected, strictly = false } = reports;
  const again = second && byId(second);
  const broken = sabotaged && byId(sabotaged);
  const flaky = new Set(
    again
      ? first.tests.filter((test) => again.get(test.id)?.outcome !== test.outcome).map(idOf)
      : [],
  );
  const stable = first.tests.filter((test) => !flaky.has(test.id));
  const failing = stable.filter((test) => test.outcome === 'failed');
  const notices = (test: TestResult) =>
    broken !== undefined && noticed(test, again?.get(test.id), broken.get(test.id));
  const exercising = stable.filter(notices);
  const unnoticing = broken ? failing.filter((test) => !notices(test)) : [];
  const isKin = createKinship(exercising, selected);
  // What a test checks may come out the same when the selection throws, as for what a server must not
  // send. Where no failing test notices, those nearest to the selection are taken for the targets.
  const within = failing.filter(({ file }) => file !== undefined && file === selected);
  const unrelated =
    strictly || unnoticing.length < failing.length
      ? unnoticing
      : unnoticing.filter((test) => !isKin(test));
  return {
    targets: failing.filter((test) => !unrelated.includes(test) && !within.includes(test)),
    guards: stable.filter((test) => test.outcome === 'passed'),
    skipped: stable.filter((test) => test.outcome === 'skipped').map(idOf),
    flaky: [...flaky],
    unrelated: unrelated.filter((test) => !within.includes(test)).map(idOf),
    within: within.map(idOf),
    exercising: broken && exercising.map(idOf),
    durationMs: Math.max(first.durationMs, second?.durationMs ?? 0),
  };
}

/** Whether a test's result changed because the selection was made to throw. */
function noticed(
  test: TestResult,
  again: TestResult | undefined,
  sabotaged: TestResult | undefined,
): boolean {
  if (!sabotaged || sabotaged.outcome !== test.outcome) return true;
  if (test.outcome !== 'failed') return false;
  return !sameFailure(test.message ?? '', sabotaged.message ?? '', again?.message);
}

function byId(report: TestReport): ReadonlyMap<string, TestResult> {
  return new Map(report.tests.map((test) => [test.id, test]));
}

function idOf(test: TestResult): string {
  return test.id;
}
