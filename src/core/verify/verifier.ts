import type { FileChange, Patch } from '../api/patch';
import type { Verdict } from '../api/verdict';
import type { Syntax } from '../syntax/syntax';
import type { Baseline } from './baseline';
import { tryPatch, WHOLE_SUITE, type Bench, type Trial } from './bench';
import { afterConfirmation } from './confirmation';
import { expectationOf, judge } from './judge';
import type { Screening } from './screening';
import { challenge, type AddCanaries } from './tamper/challenge';
import { inspectPatch, type Inspection, type SourceFile } from './tamper/inspect';

export type Stage = 'targets' | 'related' | 'suite' | 'confirmation';

export interface VerifierParts {
  readonly bench: Bench;
  readonly baseline: Baseline;
  readonly timeLimitMs: number;
  /** What to run before, or instead of, the whole suite, where that pays. */
  readonly screening: Screening | undefined;
  readonly syntax: Syntax;
  /** Whether a path decides about the verdict: tests, their configuration, lockfiles. */
  readonly isProtected: (path: string) => boolean;
  readonly addCanaries: AddCanaries;
  /** A file's text in the snapshot. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** The user lets candidates take hold of the process, of files and of the network. */
  readonly allowOutside: boolean;
  /** Two suites at a time get in each other's way. */
  readonly serial: boolean;
  /** Whether a change touches tests that stand in the same file as the code. */
  readonly changesTests: (change: FileChange) => boolean;
}

export interface Verifier {
  /** Screens a candidate: parses, may touch what it touches, targets, what exercises it. */
  verify(patch: Patch, onStage: (stage: Stage) => void, signal: AbortSignal): Promise<Verdict>;
  /**
   * The whole suite once more, in a sandbox in which nothing ran before, and a look whether tests
   * can still fail. `flaky` where this contradicts the screening.
   */
  confirm(patch: Patch, signal: AbortSignal): Promise<Verdict>;
}

/** The verifier of one run. */
export function createVerifier(parts: VerifierParts): Verifier {
  const { bench, baseline, timeLimitMs, screening } = parts;
  const suite = { scope: WHOLE_SUITE, timeMs: timeLimitMs };

  const tests = readTests(parts);
  const inspect = async (patch: Patch) => inspectPatch(parts.syntax, patch, await tests);

  async function runStage(
    trial: Trial,
    signal: AbortSignal,
    files?: readonly string[],
  ): Promise<Verdict> {
    const report = await tryPatch(bench, trial, signal);
    return signal.aborted ? { kind: 'cancelled' } : judge(report, expectationOf(baseline, files));
  }

  async function screen(
    patch: Patch,
    onStage: (stage: Stage) => void,
    signal: AbortSignal,
  ): Promise<Verdict> {
    if (screening) {
      const { stage, files, timeLimitMs: timeMs } = screening;
      onStage(stage);
      const trial: Trial = { patch, scope: { kind: 'files', files }, timeMs, fresh: false };
      const verdict = await runStage(trial, signal, files);
      if (verdict.kind !== 'passed' || stage === 'related') return verdict;
    }
    onStage('suite');
    return runStage({ patch, ...suite, fresh: false }, signal);
  }

  return {
    async verify(patch, onStage, signal) {
      const early = touchesProtected(parts, patch) ?? (await unparsable(parts, patch));
      if (early) return early;
      const inspection = await inspect(patch);
      const reaching = parts.allowOutside ? undefined : reachesOut(inspection);
      if (reaching) return reaching;
      return withDoubts(await screen(patch, onStage, signal), inspection);
    },
    async confirm(patch, signal) {
      const wholeSuite = () => runStage({ patch, ...suite, fresh: true }, signal);
      const canFail = () => challenge(parts, patch, signal);
      const [again, meddling] = parts.serial
        ? [await wholeSuite(), await canFail()]
        : await Promise.all([wholeSuite(), canFail()]);
      if (signal.aborted) return { kind: 'cancelled' };
      if (again.kind !== 'passed')
        return afterConfirmation(again, baseline, screenedFiles(screening));
      return meddling ?? withDoubts(again, await inspect(patch));
    },
  };
}

/** The files whose tests a screened candidate has passed; undefined where those are all. */
function screenedFiles(screening: Screening | undefined): readonly string[] | undefined {
  return screening?.stage === 'related' ? screening.files : undefined;
}

function touchesProtected(parts: VerifierParts, patch: Patch): Verdict | undefined {
  const paths = patch.changes
    .filter((change) => parts.isProtected(change.path) || parts.changesTests(change))
    .map(({ path }) => path);
  if (paths.length === 0) return undefined;
  return { kind: 'rejected', reason: 'it touches what decides about the verdict', paths };
}

function reachesOut({ forbidden }: Inspection): Verdict | undefined {
  if (forbidden.length === 0) return undefined;
  const named = forbidden.slice(0, 3).map(({ what, line }) => `${what} (line ${line})`);
  return {
    kind: 'rejected',
    reason: `it takes hold of ${named.join(', ')}, which this file did not use before: that can decide the verdict or leave the sandbox`,
    paths: [],
  };
}

function withDoubts(verdict: Verdict, { doubts, forbidden }: Inspection): Verdict {
  const all = [...forbidden.map(({ what, line }) => `it uses ${what} (line ${line})`), ...doubts];
  return verdict.kind === 'passed' && all.length > 0 ? { ...verdict, doubts: all } : verdict;
}

/** The test files that choose among the candidates. */
async function readTests({ baseline, read }: VerifierParts): Promise<readonly SourceFile[]> {
  const paths = new Set(baseline.targets.flatMap(({ file }) => file ?? []));
  const files = [...paths].map(async (path) => ({ path, text: (await read(path)) ?? '' }));
  return Promise.all(files);
}

async function unparsable(parts: VerifierParts, patch: Patch): Promise<Verdict | undefined> {
  for (const { path, before, after } of patch.changes) {
    const language = parts.syntax.languageOf(path);
    const error = language && (await parts.syntax.syntaxErrors(before, after, language));
    if (error) return { kind: 'syntax-error', message: error.message, line: error.line };
  }
  return undefined;
}
