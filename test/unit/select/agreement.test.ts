import assert from 'node:assert/strict';
import type { Behaviour } from '../../../src/core/api/behaviour';
import type { JudgedCandidate } from '../../../src/core/api/strategy';
import { gradeEvidence } from '../../../src/core/select/evidence';

const worth = { targets: 1, guards: 5, exercising: 5 };

function passed(id: string, votes = 1): JudgedCandidate {
  return { id, votes, verdict: { kind: 'passed', tests: 3, durationMs: 1 }, replacement: '' };
}

function kinds(...clusters: readonly (readonly string[])[]): Behaviour {
  return {
    inputs: 40,
    clusters: clusters.map((candidates) => ({ candidates, votes: candidates.length })),
    ...(clusters.length > 1 && {
      distinguishing: {
        input: 'f(-1)',
        outcomes: clusters.map((candidates, at) => ({ candidates, outcome: `gives ${at}` })),
      },
    }),
  };
}

describe('evidence from behaviour', () => {
  const check = (
    title: string,
    judged: readonly JudgedCandidate[],
    behaviour: Behaviour,
    grade: string,
    reason: RegExp,
  ) =>
    it(title, () => {
      const evidence = gradeEvidence(judged, 'c1', { ...worth, behaviour });
      const reasons = evidence.reasons.join('\n');
      assert.match(reasons, reason);
      assert.equal(evidence.grade, grade, reasons);
    });

  check(
    'patches that behave alike are no rivals',
    [passed('c1'), passed('c2'), passed('c3')],
    kinds(['c1', 'c2', 'c3']),
    'strong',
    /^all 3 distinct patches that passed, of 3 samples, behave alike on 40 inputs/m,
  );
  check(
    'a split vote is not strong',
    [passed('c1'), passed('c2')],
    kinds(['c1'], ['c2']),
    'fair',
    /^1 other distinct patch passed too and behaves differently: f\(-1\) gives 0 with c1 and gives 1 with c2$/m,
  );
  check(
    'three quarters of the votes are',
    [passed('c1', 2), passed('c2'), passed('c3')],
    kinds(['c1', 'c2'], ['c3']),
    'strong',
    /^2 distinct patches that passed, of 3 samples, behave alike/m,
  );
  check(
    'what could not be compared may do something else',
    [passed('c1'), passed('c2'), passed('c3')],
    kinds(['c1', 'c2']),
    'fair',
    /^1 other distinct patch passed too and could not be compared$/m,
  );
  check(
    'without a comparison other patches say nothing for or against',
    [passed('c1', 9), passed('c2')],
    { inputs: 0, clusters: [], skipped: 'a reason' },
    'strong',
    /^1 other distinct patch passed too: your tests do not tell them apart$/m,
  );
});
