import type { MutantFindings } from '../api/audit';
import type { Behaviour } from '../api/behaviour';
import type { Evidence } from '../api/evidence';
import type { JudgedCandidate } from '../api/strategy';
import { agreementAmong, agreementReasons, type Agreement } from './agreement';
import { wilsonInterval } from './estimators';

/** What is known about the tests that chose the winner. */
export interface TestWorth {
  readonly targets: number;
  readonly guards: number;
  /** Tests that notice when the selection throws; undefined where that could not be tried. */
  readonly exercising: number | undefined;
  /** A trivial body that passes all of them; undefined where none is known. */
  readonly guess?: string | undefined;
  /** Small changes of the winner's lines; undefined where none was tried. */
  readonly mutants?: MutantFindings | undefined;
  /** How the passing candidates behave; undefined where that was not looked at. */
  readonly behaviour?: Behaviour | undefined;
  /** What speaks against the winner's code itself. */
  readonly doubts?: readonly string[];
}

/** Verdicts that say something about a patch's behaviour, and so count as verified. */
const VERIFIED = new Set(['passed', 'failed', 'regressed', 'crashed', 'incomplete', 'timed-out']);

/**
 * Checked with `npm run bench:grades`. That other patches passed too is no sign against a winner: many
 * pass where a task is easy. What tells is how many tests run the selection, whether a guess passes, and
 * whether the tests notice small changes.
 */
export const THRESHOLDS = {
  /** From this many exercising tests on, the evidence is strong. */
  manyTests: 4,
  /** Where this many samples wrote patches that behave alike, one test fewer will do. */
  manyVotes: 4,
  /** Of the samples that passed, so many must have done what the winner does. */
  strongShare: 0.75,
  /** Where fewer did, the winner is one opinion among several. */
  weakShare: 0.5,
  /** Fewer mutants than this say nothing by their share. */
  fewMutants: 4,
  /** About a fifth of all mutants change nothing that matters: no more may survive. */
  strongSurvival: 0.2,
  /** Where every second small mistake goes unnoticed, so may the winner's own. */
  weakSurvival: 0.5,
} as const;

/** Grades how far a winner is to be believed, with the reasons in words. */
export function gradeEvidence(
  judged: readonly JudgedCandidate[],
  winner: string,
  worth: TestWorth,
): Evidence {
  const verified = judged.filter((candidate) => VERIFIED.has(candidate.verdict.kind));
  const passing = verified.filter((candidate) => candidate.verdict.kind === 'passed');
  const agreement = agreementAmong(passing, winner, worth.behaviour);
  const weak = weaknesses(worth, agreement);
  const strong = weak.length === 0 && isStrong(worth, agreement);
  return {
    grade: weak.length > 0 ? 'weak' : strong ? 'strong' : 'fair',
    reasons: [...facts(worth, agreement), ...weak],
    passed: passing.length,
    verified: verified.length,
    passRate: wilsonInterval(passing.length, verified.length),
    ...(tried(worth) > 0 && { survivors: survivors(worth) }),
  };
}

function isStrong(worth: TestWorth, { votes, allVotes, rivals, behaviour }: Agreement): boolean {
  if (behaviour && rivals > 0 && votes < THRESHOLDS.strongShare * allVotes) return false;
  if (survivors(worth) > THRESHOLDS.strongSurvival * tried(worth)) return false;
  const agreed = votes >= THRESHOLDS.manyVotes ? 1 : 0;
  return (worth.exercising ?? 0) + agreed >= THRESHOLDS.manyTests;
}

function facts(worth: TestWorth, agreement: Agreement): readonly string[] {
  const lines = [
    `${count(worth.targets, 'failing test')} now ${worth.targets === 1 ? 'passes' : 'pass'}, ` +
      `${count(worth.guards, 'passing test')} still ${worth.guards === 1 ? 'does' : 'do'}`,
  ];
  if (worth.exercising !== undefined)
    lines.push(`${count(worth.exercising, 'test')} noticed when the selection was made to throw`);
  lines.push(...agreementReasons(agreement));
  if (tried(worth) > 0)
    lines.push(
      `${count(tried(worth), 'small change')} of its lines tried: your tests notice ` +
        `${tried(worth) - survivors(worth)}` +
        (survivors(worth) > 0
          ? '; the others change nothing that matters, or a test is missing'
          : ''),
    );
  return lines;
}

function weaknesses(
  worth: TestWorth,
  { votes, allVotes, rivals, behaviour }: Agreement,
): readonly string[] {
  const lines = [...(worth.doubts ?? [])];
  if (behaviour && rivals > 0 && votes < THRESHOLDS.weakShare * allVotes)
    lines.push('most samples that passed behave otherwise than this one');
  if (worth.targets === 0)
    lines.push('no test failed before, so none can show that the task was done');
  if (worth.exercising === undefined)
    lines.push('it could not be tried whether the tests exercise the selection');
  if (worth.exercising === 1)
    lines.push('a single test runs the selection, and one test is pleased in many ways');
  if (worth.guess !== undefined)
    lines.push(`a body that does nothing but \`${worth.guess}\` passes too, so a guess can win`);
  if (
    tried(worth) >= THRESHOLDS.fewMutants &&
    survivors(worth) > THRESHOLDS.weakSurvival * tried(worth)
  )
    lines.push('your tests do not notice most small changes of its lines');
  return lines;
}

function tried({ mutants }: TestWorth): number {
  return mutants?.tried ?? 0;
}

function survivors({ mutants }: TestWorth): number {
  return mutants?.survivors.length ?? 0;
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
