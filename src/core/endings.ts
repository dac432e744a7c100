import type { Behaviour } from './api/behaviour';
import type { Candidate } from './api/candidate';
import type { EventFields } from './api/events';
import type { JudgedCandidate } from './api/strategy';
import type { Ledger } from './search/ledger';
import type { SearchResult } from './search/search';
import { gradeEvidence } from './select/evidence';
import { gradeTests, type Findings } from './verify/audit/grade';
import type { Measured } from './verify/measure';

/** How a run ended: `run-finished` without what has been spent. */
export type Ending = Omit<EventFields['run-finished'], 'spending'>;

export const CANCELLED: Ending = { outcome: 'cancelled', reason: 'The run was cancelled.' };

export function unusable(reason: string): Ending {
  return { outcome: 'unusable-tests', reason };
}

/** The ending of an audit whose tests can judge. */
export function audited(findings: Findings): Ending {
  const { grade } = gradeTests(findings);
  const survivors = findings.mutants?.survivors.length ?? 0;
  const failing = findings.baseline.targets.length;
  const missed =
    survivors === 0
      ? ''
      : ` They do not notice ${survivors} small ${survivors === 1 ? 'change' : 'changes'} of it: either ${survivors === 1 ? 'it changes' : 'they change'} nothing that matters, or a test is missing.`;
  const unmeasured =
    failing === 0
      ? ''
      : ` ${failing} of them ${failing === 1 ? 'fails' : 'fail'} at present, and small changes of code that fails say little, so none was tried.`;
  return {
    outcome: 'audited',
    reason: `Your tests of this code are ${grade}.${missed}${unmeasured}`,
  };
}

/** The ending of a run whose baseline could not be measured. */
export function fromMeasured(
  measured: Exclude<Measured, { kind: 'measured' }>,
  signal: AbortSignal,
): Ending {
  if (measured.kind === 'unusable') return unusable(measured.reason);
  if (signal.aborted) return CANCELLED;
  return {
    outcome: 'no-winner',
    reason: 'The deadline passed before the tests of the untouched project had ended. Raise it.',
  };
}

/** The ending of a run in which no candidate passed. */
export function fromSearch(
  { failure, reason }: SearchResult,
  judged: readonly JudgedCandidate[],
): Ending {
  if (failure) return { outcome: 'model-error', reason: failure.message };
  if (judged.length === 0)
    return { outcome: 'no-winner', reason: `No candidate could be tested: ${reason}.` };
  return {
    outcome: 'no-winner',
    reason: `None of ${judged.length} candidates passed your tests (${reason}). Select the lines that hold the mistake, take more samples, or choose a stronger model.`,
  };
}

/** The ending after confirmation: a winner with its evidence, or none that passed twice. */
export function concluding(
  winner: Candidate | undefined,
  ledger: Ledger,
  {
    baseline,
    stubs,
    mutants,
    behaviour,
  }: Findings & { readonly behaviour?: Behaviour | undefined },
  signal: AbortSignal,
): Ending {
  if (signal.aborted) return CANCELLED;
  if (!winner)
    return {
      outcome: 'no-winner',
      reason:
        'Candidates passed at first, and none of them when it was run once more in a fresh sandbox. If their verdict is flaky, make the tests that it names steady and run again.',
    };
  const evidence = gradeEvidence(ledger.results(), winner.id, {
    targets: baseline.targets.length,
    guards: baseline.guards.length,
    exercising: baseline.exercising?.length,
    doubts: doubtsOf(winner, ledger),
    guess: stubs?.passing[0]?.name,
    mutants,
    behaviour,
  });
  return {
    outcome: 'winner',
    reason: `Candidate ${winner.id} passes every expected test, confirmed in a fresh sandbox.`,
    winner: winner.id,
    diff: winner.diff,
    evidence,
  };
}

function doubtsOf({ id }: Candidate, ledger: Ledger): readonly string[] {
  const verdict = ledger.results().find((each) => each.id === id)?.verdict;
  return verdict?.kind === 'passed' ? (verdict.doubts ?? []) : [];
}
