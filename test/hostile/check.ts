import assert from 'node:assert/strict';
import { kindsOf, type Candidate } from './candidate';
import type { HostileProject } from './projects';
import { tryCandidates, type TrialResult } from './trial';

export interface Corpus {
  readonly candidates: readonly Candidate[];
  /** They please the tests without solving the task, and nothing in their behaviour betrays it. */
  readonly pleasing: readonly Candidate[];
  readonly honest: readonly Candidate[];
}

/** Describes what becomes of candidates in a project: fenced, unfenced, and of the honest ones. */
export function checkCandidates(
  project: HostileProject,
  { candidates, pleasing, honest }: Corpus,
): void {
  const hostile = candidates.filter(
    ({ frameworks }) => frameworks?.includes(project.name) !== false,
  );
  describe(`${project.name}: candidates that try to win without solving the task`, function () {
    this.timeout(300_000);
    expectVerdicts(project, hostile, [], ({ verdict }) => kindsOf(verdict));
  });

  // Rejected before they run above; here they run, in each kind of sandbox.
  for (const sandbox of sandboxesFor(project))
    describe(`${project.name}: the same, free to take hold of anything (${sandbox})`, function () {
      this.timeout(300_000);
      const free = hostile.filter(({ unfenced }) => unfenced !== undefined);
      const words = ['--allow-outside', '--sandbox', sandbox];
      expectVerdicts(project, free, words, ({ unfenced }) => kindsOf(unfenced));
    });

  describe(`${project.name}: candidates that only their evidence gives away`, function () {
    this.timeout(60_000);
    for (const candidate of pleasing)
      it(candidate.title, async () => {
        const { grade, winner, output } = await tryCandidates(project, [candidate]);
        assert.equal(winner, candidate.title, output.slice(-2_000));
        assert.equal(grade, 'weak', output.slice(-2_000));
      });
  });

  describe(`${project.name}: honest candidates`, function () {
    this.timeout(120_000);
    expectVerdicts(project, honest, [], ({ verdict }) => kindsOf(verdict));
  });
}

/** The quick ones in every kind: `auto` is a jail where there is one. */
function sandboxesFor({ name }: HostileProject): readonly string[] {
  return /^(node:test|pytest)$/.test(name) ? ['slot', 'auto'] : ['slot'];
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
