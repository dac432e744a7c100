import type { Behaviour } from '../api/behaviour';
import type { JudgedCandidate } from '../api/strategy';

/** How far the candidates that passed agree with the winner. */
export interface Agreement {
  /** Samples that wrote the winner's very patch. */
  readonly own: number;
  /** Distinct patches that do what the winner does, itself included. */
  readonly alike: number;
  /** Samples that wrote one of those. */
  readonly votes: number;
  /** Samples that wrote any patch that passed. */
  readonly allVotes: number;
  /** Distinct patches that passed, and do something else or may do so. */
  readonly rivals: number;
  /** Of the rivals, those of which it is not known what they do. */
  readonly unknown: number;
  /** What was found out; undefined where nothing could be compared. */
  readonly behaviour: Behaviour | undefined;
}

/** Where behaviour is not known, every other patch counts as one that may do something else. */
export function agreementAmong(
  passing: readonly JudgedCandidate[],
  winner: string,
  behaviour: Behaviour | undefined,
): Agreement {
  const cluster = behaviour?.clusters.find(({ candidates }) => candidates.includes(winner));
  const like = (id: string) => id === winner || cluster?.candidates.includes(id) === true;
  const alike = passing.filter(({ id }) => like(id));
  const compared = new Set(behaviour?.clusters.flatMap(({ candidates }) => candidates));
  return {
    own: passing.find(({ id }) => id === winner)?.votes ?? 1,
    alike: Math.max(1, alike.length),
    votes: Math.max(1, votesOf(alike)),
    allVotes: Math.max(1, votesOf(passing)),
    rivals: passing.filter(({ id }) => !like(id)).length,
    unknown: cluster ? passing.filter(({ id }) => !compared.has(id)).length : 0,
    behaviour: cluster && behaviour,
  };
}

/** What is to be said of it. */
export function agreementReasons(agreement: Agreement): readonly string[] {
  const { own, alike, votes, rivals, unknown, behaviour } = agreement;
  const lines: string[] = [];
  if (own > 1) lines.push(`${own} samples wrote this patch`);
  if (!behaviour) {
    if (rivals > 0)
      lines.push(`${patches(rivals, 'other ')} passed too: your tests do not tell them apart`);
    return lines;
  }
  if (alike > 1)
    lines.push(
      `${rivals === 0 ? 'all ' : ''}${alike} distinct patches that passed, of ${votes} samples, ` +
        `behave alike on ${behaviour.inputs} inputs like those of your tests`,
    );
  const differ = rivals - unknown;
  const shown = example(behaviour);
  if (differ > 0)
    lines.push(
      `${patches(differ, 'other ')} passed too and ${differ === 1 ? 'behaves' : 'behave'} differently` +
        (shown === undefined ? '' : `: ${shown}`),
    );
  if (unknown > 0) lines.push(`${patches(unknown, 'other ')} passed too and could not be compared`);
  return lines;
}

/** A call on which they differ, in words: `f(3) gives 1 with c1, c2 and gives 0 with c3`. */
export function example({ distinguishing }: Behaviour): string | undefined {
  if (!distinguishing) return undefined;
  const shown = distinguishing.outcomes.map(
    ({ candidates, outcome }) => `${short(outcome)} with ${candidates.join(', ')}`,
  );
  return `${short(distinguishing.input)} ${shown.join(' and ')}`;
}

/** Inputs and outcomes are shown up to this length. */
const SHOWN = 120;

function short(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, ' ');
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN - 1)}…`;
}

function patches(count: number, which: string): string {
  return `${count} ${which}distinct ${count === 1 ? 'patch' : 'patches'}`;
}

function votesOf(candidates: readonly JudgedCandidate[]): number {
  return candidates.reduce((sum, { votes }) => sum + votes, 0);
}
