import type { Evidence } from '../api/evidence';
import type { JudgedCandidate } from '../api/strategy';
import { wilsonInterval } from './estimators';

/** What is known about the tests that chose the winner. */
export interface TestWorth {
  readonly targets: number;
  readonly guards: number;
  /** Tests that notice when the selection throws; undefined where that could not be tried. */
  readonly exercising: number | undefined;
  /** Those of them that passed before. */
  readonly exercisingGuards: number | undefined;
  /** What speaks against the winner's code itself. */
  readonly doubts?: readonly string[];
}

/** Verdicts that say something about a patch's behaviour, and so count as verified. */
const VERIFIED = new Set(['passed', 'failed', 'regressed', 'crashed', 'incomplete', 'timed-out']);

/** From this many exercising tests on, and with a clear choice, the evidence is strong. */
const MANY_TESTS = 4;

/** Grades how far a winner is to be believed, with the reasons in words. */
export function gradeEvidence(judged: readonly JudgedCandidate[], worth: TestWorth): Evidence {
  const verified = judged.filter((candidate) => VERIFIED.has(candidate.verdict.kind));
  const passing = verified.filter((candidate) => candidate.verdict.kind === 'passed');
  const rivals = passing.length - 1;
  const weak = weaknesses(worth, rivals, verified.length);
  const strong = weak.length === 0 && rivals <= 0 && (worth.exercising ?? 0) >= MANY_TESTS;
  return {
    grade: weak.length > 0 ? 'weak' : strong ? 'strong' : 'fair',
    reasons: [...facts(worth, rivals), ...weak],
    passed: passing.length,
    verified: verified.length,
    passRate: wilsonInterval(passing.length, verified.length),
  };
}

function facts(worth: TestWorth, rivals: number): readonly string[] {
  const lines = [
    `${count(worth.targets, 'failing test')} now ${worth.targets === 1 ? 'passes' : 'pass'}, ` +
      `${count(worth.guards, 'passing test')} still ${worth.guards === 1 ? 'does' : 'do'}`,
  ];
  if (worth.exercising !== undefined)
    lines.push(`${count(worth.exercising, 'test')} noticed when the selection was made to throw`);
  if (rivals > 0)
    lines.push(
      `${count(rivals, 'other distinct patch', 'other distinct patches')} passed too: ` +
        'your tests do not tell them apart',
    );
  return lines;
}

function weaknesses(worth: TestWorth, rivals: number, verified: number): readonly string[] {
  const lines = [...(worth.doubts ?? [])];
  if (worth.targets === 0)
    lines.push('no test failed before, so none can show that the task was done');
  if (worth.exercising === undefined)
    lines.push('it could not be tried whether the tests exercise the selection');
  if (worth.targets > 0 && worth.exercisingGuards === 0)
    lines.push('no passing test runs the selection, so none shows that what was right still is');
  if (rivals >= 2 && rivals + 1 > verified / 2)
    lines.push('most patches passed, so passing says little');
  return lines;
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
