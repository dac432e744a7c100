import { randomBytes } from 'node:crypto';
import type { TestScope } from '../../api/framework';
import type { FileChange, Patch } from '../../api/patch';
import type { TestReport } from '../../api/report';
import type { Verdict } from '../../api/verdict';
import { isAborted } from '../../util/abort';
import type { Baseline } from '../baseline';
import { tryPatch, UNTOUCHED, type Bench } from '../bench';

/** Adds tests that must fail to the end of a test file, each with this word once in its title. */
export type AddCanaries = (path: string, text: string, word: string) => string | undefined;

export interface ChallengeParts {
  readonly bench: Bench;
  readonly baseline: Baseline;
  readonly timeLimitMs: number;
  readonly addCanaries: AddCanaries;
  /** A test file's text in the snapshot. */
  readonly read: (path: string) => Promise<string | undefined>;
}

/** Test files that get canaries at most. */
const FILES = 4;

/**
 * Runs the tests behind a passing patch once more, with tests among them that must fail. If those
 * are not all reported as failed, although without the patch they are, the patch meddles with the
 * runner, the assertions or the report: the verdict is `rejected`. Undefined if nothing speaks against
 * the patch, or where it cannot be tried.
 */
export async function challenge(
  parts: ChallengeParts,
  patch: Patch,
  signal: AbortSignal,
): Promise<Verdict | undefined> {
  const word = `winnow_canary_${randomBytes(5).toString('hex')}`;
  const changes = await canaryChanges(parts, word);
  const [first, ...others] = changes.map(({ path }) => path);
  if (first === undefined) return undefined;
  const count = changes.reduce((sum, { after }) => sum + after.split(word).length - 1, 0);
  const scope: TestScope = { kind: 'files', files: [first, ...others] };
  const run = ({ changes: own }: Patch) =>
    tryPatch(
      parts.bench,
      { patch: { changes: [...own, ...changes] }, scope, timeMs: parts.timeLimitMs, fresh: true },
      signal,
    );
  if (allFailed(await run(patch), word, count) || isAborted(signal)) return undefined;
  if (!allFailed(await run(UNTOUCHED), word, count) || isAborted(signal)) return undefined;
  return {
    kind: 'rejected',
    reason:
      'with it, tests that must fail are no longer reported as failed: it meddles with the tests instead of solving the task',
    paths: [],
  };
}

async function canaryChanges(
  { baseline, addCanaries, read }: ChallengeParts,
  word: string,
): Promise<readonly FileChange[]> {
  const changes: FileChange[] = [];
  for (const path of challengedFiles(baseline).slice(0, FILES)) {
    const before = await read(path);
    const after = before === undefined ? undefined : addCanaries(path, before, word);
    if (before !== undefined && after !== undefined) changes.push({ path, before, after });
  }
  return changes;
}

/** The files whose tests chose the patch: those of the targets, else those that exercise the code. */
function challengedFiles({ targets, guards, exercising }: Baseline): readonly string[] {
  const chosen =
    targets.length > 0 ? targets : guards.filter(({ id }) => exercising?.includes(id) === true);
  return [...new Set(chosen.flatMap(({ file }) => file ?? []))];
}

function allFailed({ tests, end }: TestReport, word: string, count: number): boolean {
  const canaries = tests.filter(({ id }) => id.includes(word));
  return (
    end.kind === 'completed' &&
    canaries.length === count &&
    canaries.every(({ outcome }) => outcome === 'failed')
  );
}
