import type { Grade, MutantFindings, StubFindings } from '../../api/audit';
import type { Baseline } from '../baseline';

/** What an audit has found out about the tests of a selection. */
export interface Findings {
  readonly baseline: Pick<Baseline, 'targets' | 'guards' | 'exercising'>;
  /** Why the tests cannot judge at all, found before anything was tried. */
  readonly blind?: string | undefined;
  readonly stubs?: StubFindings | undefined;
  readonly mutants?: MutantFindings | undefined;
}

export interface Judgement {
  readonly grade: Grade;
  /** False for tests that cannot tell right from wrong. */
  readonly sound: boolean;
  readonly reasons: readonly string[];
}

/** To be tuned on data. */
export const THRESHOLDS = {
  /** One or two tests fix a point or two of a function; three are the start of a description. */
  manyTests: 3,
  /** With failing tests nothing is known of mutants, so more tests are asked for. */
  manyTestsUnmeasured: 4,
  /** The most telling come first, so a few of them say most. */
  fewStubs: 3,
  /** Fewer mutants than this say nothing by their share. */
  fewMutants: 4,
  /** Of the mutants that are tried, up to about a fifth change nothing that matters. */
  strongShare: 0.8,
  /** Where the tests miss every second small mistake, they are a coin. */
  fairShare: 0.5,
} as const;

/** Grades tests by what was tried on them, with the reasons in words. */
export function gradeTests(findings: Findings): Judgement {
  const { blind, stubs } = findings;
  const guessable = stubs !== undefined && stubs.passing.length > 0;
  const sound = blind === undefined && !guessable;
  return {
    grade: sound ? gradeOfSound(findings) : 'weak',
    sound,
    reasons: [
      exercisingReason(findings),
      ...stubReasons(findings),
      ...mutantReasons(findings),
      ...(blind === undefined ? [] : [blind]),
    ],
  };
}

function gradeOfSound({ baseline, stubs, mutants }: Findings): Grade {
  const exercising = baseline.exercising?.length ?? 0;
  if (exercising === 0) return 'weak';
  const stubsTried = stubs !== undefined && enough(stubs, THRESHOLDS.fewStubs);
  if (!mutants || mutants.tried === 0) {
    const many = exercising >= THRESHOLDS.manyTestsUnmeasured;
    if (baseline.targets.length > 0 && many && stubsTried) return 'strong';
    return exercising >= 2 ? 'fair' : 'weak';
  }
  const share = 1 - mutants.survivors.length / mutants.tried;
  if (share < THRESHOLDS.fairShare) return 'weak';
  const strong =
    share >= THRESHOLDS.strongShare && enough(mutants, THRESHOLDS.fewMutants) && stubsTried;
  return strong && exercising >= THRESHOLDS.manyTests ? 'strong' : 'fair';
}

/** Whether enough was tried for its outcome to say something: a few, or all there are. */
function enough({ tried, total }: Tally, few: number): boolean {
  return tried >= Math.min(few, total);
}

type Tally = Pick<StubFindings, 'tried' | 'total'>;

function exercisingReason({ baseline: { exercising } }: Findings): string {
  if (exercising === undefined)
    return 'the selection could not be made to throw, so it is not known which tests exercise it';
  const noticing = exercising.length === 1 ? 'test notices' : 'tests notice';
  return `${exercising.length} ${noticing} when the selection throws`;
}

function stubReasons({ stubs }: Findings): readonly string[] {
  if (!stubs) return [];
  const tried = ofAll(stubs, 'trivial body', 'trivial bodies');
  if (stubs.tried === 0) return [tried];
  if (stubs.passing.length === 0) return [`${tried}: none passes`];
  return [`${tried}: all expected tests pass with ${namesOf(stubs)}`];
}

function mutantReasons({ mutants }: Findings): readonly string[] {
  if (!mutants) return [];
  const tried = ofAll(mutants, 'small change', 'small changes');
  if (mutants.tried === 0) return [tried];
  return [`${tried}: your tests notice ${mutants.tried - mutants.survivors.length}`];
}

/** `12 trivial bodies tried`, `3 of 12 trivial bodies could be tried in the time given`. */
function ofAll({ tried, total }: Tally, one: string, many: string): string {
  const of = total === 1 ? one : many;
  return tried === total
    ? `${total} ${of} tried`
    : `${tried} of ${total} ${of} could be tried in the time given`;
}

/** The stubs that pass, a few by name. */
export function namesOf({ passing }: StubFindings): string {
  const named = passing.slice(0, 3).map(({ name }) => `\`${name}\``);
  const more = passing.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
