import type { FileChange, Patch } from '../api/patch';
import type { TestScope } from '../api/framework';
import type { Verdict } from '../api/verdict';
import type { Syntax } from '../syntax/syntax';
import type { Baseline } from './baseline';
import { tryPatch, WHOLE_SUITE, type Bench } from './bench';
import { expectationOf, judge, type Expectation } from './judge';

export type Stage = 'targets' | 'suite' | 'confirmation';

export interface VerifierParts {
  readonly bench: Bench;
  readonly baseline: Baseline;
  readonly timeLimitMs: number;
  readonly syntax: Syntax;
  /** Whether a path decides about the verdict: tests, their configuration, lockfiles. */
  readonly isProtected: (path: string) => boolean;
  /** Whether a change touches tests that stand in the same file as the code. */
  readonly changesTests: (change: FileChange) => boolean;
}

export interface Verifier {
  /** Screens a candidate: parses, may touch what it touches, targets, whole suite. */
  verify(patch: Patch, onStage: (stage: Stage) => void, signal: AbortSignal): Promise<Verdict>;
  /** The whole suite once more, in a sandbox in which nothing ran before. */
  confirm(patch: Patch, signal: AbortSignal): Promise<Verdict>;
}

/** Below this, running the whole suite at once is cheaper than running its targets first. */
const SLOW_SUITE_MS = 3_000;

/** The verifier of one run. */
export function createVerifier(parts: VerifierParts): Verifier {
  const { bench, baseline, timeLimitMs } = parts;

  async function runStage(
    patch: Patch,
    scope: TestScope,
    expected: Expectation,
    fresh: boolean,
    signal: AbortSignal,
  ): Promise<Verdict> {
    const report = await tryPatch(bench, { patch, scope, timeMs: timeLimitMs, fresh }, signal);
    return signal.aborted ? { kind: 'cancelled' } : judge(report, expected);
  }

  return {
    async verify(patch, onStage, signal) {
      const early = rejected(parts, patch) ?? (await unparsable(parts, patch));
      if (early) return early;
      const files = targetFiles(baseline);
      if (files) {
        onStage('targets');
        const scope: TestScope = { kind: 'files', files };
        const verdict = await runStage(patch, scope, expectationOf(baseline, files), false, signal);
        if (verdict.kind !== 'passed') return verdict;
      }
      onStage('suite');
      return runStage(patch, WHOLE_SUITE, expectationOf(baseline), false, signal);
    },
    confirm: (patch, signal) => runStage(patch, WHOLE_SUITE, expectationOf(baseline), true, signal),
  };
}

function rejected(parts: VerifierParts, patch: Patch): Verdict | undefined {
  const paths = patch.changes
    .filter((change) => parts.isProtected(change.path) || parts.changesTests(change))
    .map(({ path }) => path);
  if (paths.length === 0) return undefined;
  return { kind: 'rejected', reason: 'it touches what decides about the verdict', paths };
}

async function unparsable(parts: VerifierParts, patch: Patch): Promise<Verdict | undefined> {
  for (const { path, before, after } of patch.changes) {
    const language = parts.syntax.languageOf(path);
    const error = language && (await parts.syntax.syntaxErrors(before, after, language));
    if (error) return { kind: 'syntax-error', message: error.message, line: error.line };
  }
  return undefined;
}

/** The files to run first, where that is known and worth a run of its own. */
function targetFiles(baseline: Baseline): readonly [string, ...string[]] | undefined {
  if (baseline.durationMs < SLOW_SUITE_MS) return undefined;
  const files = new Set<string>();
  for (const { file } of baseline.targets) {
    if (file === undefined) return undefined;
    files.add(file);
  }
  const [first, ...others] = [...files].sort();
  const all = new Set(baseline.guards.map(({ file }) => file));
  const narrower = [...all].some((file) => file === undefined || !files.has(file));
  return first !== undefined && narrower ? [first, ...others] : undefined;
}
