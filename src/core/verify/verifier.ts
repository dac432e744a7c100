import type { Patch } from '../api/patch';
import type { Verdict } from '../api/verdict';
import type { Syntax } from '../syntax/syntax';
import type { Baseline } from './baseline';
import { tryPatch, WHOLE_SUITE, type Bench, type Trial } from './bench';
import { expectationOf, judge, type Expectation } from './judge';
import type { Screening } from './screening';

export type Stage = 'targets' | 'suite' | 'confirmation';

export interface VerifierParts {
  readonly bench: Bench;
  readonly baseline: Baseline;
  readonly timeLimitMs: number;
  /** What to run before the whole suite, where that pays. */
  readonly screening: Screening | undefined;
  readonly syntax: Syntax;
  /** Whether a path decides about the verdict: tests, their configuration, lockfiles. */
  readonly isProtected: (path: string) => boolean;
}

export interface Verifier {
  /** Screens a candidate: parses, may touch what it touches, targets, whole suite. */
  verify(patch: Patch, onStage: (stage: Stage) => void, signal: AbortSignal): Promise<Verdict>;
  /** The whole suite once more, in a sandbox in which nothing ran before. */
  confirm(patch: Patch, signal: AbortSignal): Promise<Verdict>;
}

/** The verifier of one run. */
export function createVerifier(parts: VerifierParts): Verifier {
  const { bench, baseline, timeLimitMs, screening } = parts;
  const suite = { scope: WHOLE_SUITE, timeMs: timeLimitMs };

  async function runStage(
    trial: Trial,
    expected: Expectation,
    signal: AbortSignal,
  ): Promise<Verdict> {
    const report = await tryPatch(bench, trial, signal);
    return signal.aborted ? { kind: 'cancelled' } : judge(report, expected);
  }

  return {
    async verify(patch, onStage, signal) {
      const early = rejected(parts, patch) ?? (await unparsable(parts, patch));
      if (early) return early;
      if (screening) {
        onStage('targets');
        const { files, timeLimitMs: timeMs } = screening;
        const trial: Trial = { patch, scope: { kind: 'files', files }, timeMs, fresh: false };
        const verdict = await runStage(trial, expectationOf(baseline, files), signal);
        if (verdict.kind !== 'passed') return verdict;
      }
      onStage('suite');
      return runStage({ patch, ...suite, fresh: false }, expectationOf(baseline), signal);
    },
    confirm: (patch, signal) =>
      runStage({ patch, ...suite, fresh: true }, expectationOf(baseline), signal),
  };
}

function rejected({ isProtected }: VerifierParts, patch: Patch): Verdict | undefined {
  const paths = patch.changes.map(({ path }) => path).filter(isProtected);
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
