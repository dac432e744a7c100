import type { VerdictKind } from '../api/verdict';
import type { RunView } from './run-view';

/** How far a run has come, in numbers. */
export interface Tally {
  readonly samplesStarted: number;
  readonly samplesFinished: number;
  readonly candidates: number;
  readonly judged: number;
  readonly passed: number;
}

/** Attempts of a finite model that had nothing more to say are no samples. */
export function tally({ samples, candidates }: RunView): Tally {
  const written = samples.filter(({ end }) => end?.kind !== 'exhausted');
  const judged = candidates.filter(({ verdict }) => verdict !== undefined);
  return {
    samplesStarted: written.length,
    samplesFinished: written.filter(({ end }) => end !== undefined).length,
    candidates: candidates.length,
    judged: judged.length,
    passed: judged.filter(({ verdict }) => verdict?.kind === 'passed').length,
  };
}

export type Tone = 'good' | 'bad' | 'odd' | 'neutral';

/** Whether a verdict speaks for the candidate, against it, or against how it could be judged. */
export function toneOf(kind: VerdictKind): Tone {
  switch (kind) {
    case 'passed':
      return 'good';
    case 'failed':
    case 'regressed':
    case 'syntax-error':
      return 'bad';
    case 'malformed':
    case 'rejected':
    case 'crashed':
    case 'incomplete':
    case 'timed-out':
    case 'out-of-memory':
    case 'flaky':
      return 'odd';
    case 'duplicate':
    case 'cancelled':
      return 'neutral';
  }
}
