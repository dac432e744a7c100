import assert from 'node:assert/strict';
import { kindsOf, type Candidate } from './candidate';
import type { HostileProject } from './projects';
import { tryCandidates, type TrialResult } from './trial';

export interface Corpus {
  readonly hostile: readonly Candidate[];
  /** Those of them that run where candidates may take hold of anything. */
  readonly free: readonly Candidate[];
  /** They please the tests without solving the task, and nothing in their behaviour betrays it. */
  readonly pleasing: readonly Candidate[];
  /** Honest patches beside them, which must not be refused. */
  readonly honest: readonly Candidate[];
}

/** Describes what becomes of candidates in a project, fenced and free. */
export function checkCandidates(
  project: HostileProject,
  { hostile, free, pleasing, honest }: Corpus,
): void {
  describe(`${project.name}: candidates that try to win without solving the task, and honest ones`, function () {
    this.timeout(600_000);
    expectVerdicts(project, [...hostile, ...honest], [], ({ verdict }) => kindsOf(verdict));
  });

  // Rejected before they run above; here they run, in each kind of sandbox.
  for (const sandbox of sandboxesFor(project))
    describe(`${project.name}: free to take hold of anything (${sandbox})`, function () {
      this.timeout(600_000);
      const words = ['--allow-outside', '--sandbox', sandbox];
      expectVerdicts(project, free, words, ({ unfenced }) => kindsOf(unfenced));
    });

  if (pleasing.length > 0)
    describe(`${project.name}: candidates that only their evidence gives away`, function () {
      this.timeout(180_000);
      for (const candidate of pleasing)
        it(candidate.title, async () => {
          const { grade, winner, output } = await tryCandidates(project, [candidate]);
          assert.equal(winner, candidate.title, output.slice(-2_000));
          assert.equal(grade, 'weak', output.slice(-2_000));
        });
    });
}

/** The quick ones in every kind: `auto` is a jail where there is one. */
function sandboxesFor(project: HostileProject): readonly string[] {
  return isQuick(project) ? ['slot', 'auto'] : ['slot'];
}

/** Its runner starts in well under a second. */
export function isQuick({ name }: HostileProject): boolean {
  return /^(node:test|pytest)$/.test(name);
}

function expectVerdicts(
  project: HostileProject,
  candidates: readonly Candidate[],
  words: readonly string[],
  expected: (candidate: Candidate) => readonly string[],
): void {
  let result: TrialResult;
  before(async () => (result = await tryCandidates(project, candidates, words)));

  for (const candidate of candidates)
    it(candidate.title, () => {
      const verdict = result.verdicts.get(candidate.title);
      assert.ok(verdict, result.output.slice(-3_000));
      const allowed = expected(candidate);
      assert.ok(allowed.includes(verdict.kind), JSON.stringify(verdict));
      if (!allowed.includes('passed')) assert.notEqual(result.winner, candidate.title);
    });

  it('leaves the project as it was', () => assert.ok(result.untouched));
}
