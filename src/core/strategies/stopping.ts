import type { JudgedCandidate, Progress, StopMode, StopRule } from '../api/strategy';

/** Passing samples after which a balanced run stops. */
const ENOUGH_PASSING = 3;

/** After the first pass, a balanced run gives up looking for a rival after this many further verdicts. */
const FURTHER_VERDICTS = 12;

const rules: Readonly<Record<StopMode, StopRule>> = {
  quick: ({ judged }) => (judged.some(passed) ? 'the first candidate passed' : undefined),
  balanced,
  thorough: () => undefined,
};

/** The rule that decides when the sampling may end before the budget does. */
export function stopRule(mode: StopMode): StopRule {
  return rules[mode];
}

function balanced({ judged }: Progress): string | undefined {
  const votes = judged.filter(passed).reduce((sum, candidate) => sum + candidate.votes, 0);
  if (votes >= ENOUGH_PASSING) return `${votes} samples passed`;
  const first = judged.findIndex(passed);
  if (first >= 0 && judged.length - first - 1 >= FURTHER_VERDICTS)
    return `a candidate passed and ${judged.length - first - 1} later ones brought no better choice`;
  return undefined;
}

function passed(candidate: JudgedCandidate): boolean {
  return candidate.verdict.kind === 'passed';
}
