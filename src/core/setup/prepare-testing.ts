import { availableParallelism } from 'node:os';
import type { LanguageId } from '../api/language';
import type { Patch } from '../api/patch';
import type { RunSettings, Surroundings } from '../api/settings';
import type { Snapshot } from '../api/snapshot';
import { unifiedDiff } from '../patches/unified-diff';
import type { TestingParts } from '../run-parts';
import { chooseSandboxes, createPool } from '../sandboxes/choose-pool';
import { takeSnapshot } from '../sandboxes/snapshot';
import { createSyntax, type Syntax } from '../syntax/syntax';
import { detectTests } from './detect-tests';
import { locateTask } from './locate-task';
import { rememberBaselines } from './remember-baseline';
import { makeMutants } from './make-mutants';
import { makeStubs } from './make-stubs';

/** What runs and audits are told alike. */
export type TestingSettings = Pick<
  RunSettings,
  'file' | 'range' | 'symbol' | 'instruction' | 'workspace' | 'buffers' | 'tests' | 'sandbox'
> & { readonly seed: number };

export interface PreparedTesting {
  readonly testing: TestingParts;
  readonly syntax: Syntax;
  readonly language: LanguageId | undefined;
}

/** Generous for a test suite, and far from what would harm the machine. */
const TEST_LIMITS = {
  memoryBytes: 4 * 1024 ** 3,
  outputBytes: 1024 ** 2,
  processes: 256,
  fileBytes: 1024 ** 3,
};

/** Takes the snapshot, finds the selection in it, and makes what its tests are tried with. */
export async function prepareTesting(
  settings: TestingSettings,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<PreparedTesting> {
  const { workspace, buffers, seed, tests } = settings;
  const startedAt = Date.now();
  const snapshot = await takeSnapshot({ workspace, buffers, signal });
  const snapshotMs = Date.now() - startedAt;
  const kinds = await chooseSandboxes(settings.sandbox, snapshot, surroundings);
  const syntax = createSyntax(surroundings.assets);
  const { task, text, language } = await locateTask(settings, snapshot, syntax);
  const workers = Math.max(1, Math.min(availableParallelism(), 8));
  const { assets } = surroundings;
  const { file } = task;
  const sabotaged = language && (await syntax.sabotage(text, language, task.range));
  const sabotage: Patch | undefined =
    sabotaged === undefined
      ? undefined
      : { changes: [{ path: file, before: text, after: sabotaged }] };
  const selection = { syntax, task, text, language, seed };
  const testing: TestingParts = {
    task,
    problem: { task, text, failing: [], attempts: [], ...(language && { language }) },
    workspace,
    snapshot,
    snapshotMs,
    notes: notesOn(snapshot),
    workers,
    testTimeoutMs: tests.timeoutMs,
    unifiedDiff,
    sabotage,
    memory:
      tests.anew === true
        ? undefined
        : rememberBaselines({ state: surroundings.state, snapshot, sabotage, settings: tests }),
    stubs: (files) => makeStubs(selection, files, (path) => snapshot.read(path)),
    mutants: (patch) => makeMutants(selection, patch),
    detect: () => detectTests({ settings, assets, snapshot, task, text, limits: TEST_LIMITS }),
    pools: kinds.map(
      (kind) => (until: AbortSignal) =>
        createPool(kind, { snapshot, size: workers, surroundings, signal: until }),
    ),
  };
  return { testing, syntax, language };
}

function notesOn({ leftOut }: Snapshot): readonly string[] {
  if (leftOut.length === 0) return [];
  const named = leftOut.slice(0, 5).join(', ');
  return [
    `${leftOut.length} ignored or unreadable paths are not in the sandbox: ${named}${leftOut.length > 5 ? ', …' : ''}. If the tests need them, say so in .worktreeinclude.`,
  ];
}
