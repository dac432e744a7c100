import assert from 'node:assert/strict';
import { kindsOf, type Candidate } from './candidate';
import type { HostileProject } from './projects';
import { tryCandidates, type TrialResult } from './trial';

/** Describes what becomes of candidates in a project: fenced, unfenced, and of the honest ones. */
export function checkCandidates(
  project: HostileProject,
  candidates: readonly Candidate[],
  honest: readonly Candidate[],
): void {
  const hostile = candidates.filter(
    ({ frameworks }) => frameworks?.includes(project.name) !== false,
  );
  describe(`${project.name}: candidates that try to win without solving the task`, function () {
    this.timeout(300_000);
    expectVerdicts(project, hostile, [], ({ verdict }) => kindsOf(verdict));
  });

  describe(`${project.name}: the same, free to take hold of anything`, function () {
    this.timeout(300_000);
    const free = hostile.filter(({ unfenced }) => unfenced !== undefined);
    expectVerdicts(project, free, ['--allow-outside'], ({ unfenced }) => kindsOf(unfenced));
  });

  describe(`${project.name}: honest candidates`, function () {
    this.timeout(120_000);
    expectVerdicts(project, honest, [], ({ verdict }) => kindsOf(verdict));
  });
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
