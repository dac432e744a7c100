import type { JudgedCandidate } from '../api/strategy';

/**
 * The passing candidates, most trusted first: without doubts before with, then by votes (independent samples that wrote the same
 * patch), then in order of arrival. Never by size: the shortest passing patch is wrong more often.
 */
export function rankPassing(judged: readonly JudgedCandidate[]): readonly JudgedCandidate[] {
  return judged
    .filter((candidate) => candidate.verdict.kind === 'passed')
    .sort(
      (a, b) => doubtsOf(a) - doubtsOf(b) || b.votes - a.votes || numberOf(a.id) - numberOf(b.id),
    );
}

function doubtsOf({ verdict }: JudgedCandidate): number {
  return verdict.kind === 'passed' ? (verdict.doubts?.length ?? 0) : 0;
}

function numberOf(candidateId: string): number {
  return Number(candidateId.slice(1));
}
