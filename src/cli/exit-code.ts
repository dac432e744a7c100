import type { Outcome } from '../core/api/events';

/** What the exit status means; other programs rely on these numbers. */
export const ExitCode = {
  winner: 0,
  noWinner: 1,
  usage: 2,
  unusableTests: 3,
  modelError: 4,
  cancelled: 130,
} as const;

const byOutcome: Readonly<Record<Outcome, number>> = {
  winner: ExitCode.winner,
  'no-winner': ExitCode.noWinner,
  'unusable-tests': ExitCode.unusableTests,
  'model-error': ExitCode.modelError,
  cancelled: ExitCode.cancelled,
  audited: ExitCode.winner,
};

export function exitCodeOf(outcome: Outcome): number {
  return byOutcome[outcome];
}
