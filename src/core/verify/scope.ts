import type { TestScope } from '../api/framework';
import type { Baseline } from './baseline';
import { WHOLE_SUITE } from './bench';

export type Stage = 'targets' | 'related' | 'suite' | 'confirmation';

/** One step of screening a candidate. `files` are the test files it runs; undefined means all. */
export interface ScreeningStep {
  readonly stage: Stage;
  readonly scope: TestScope;
  readonly files: readonly string[] | undefined;
}

export const WHOLE: ScreeningStep = { stage: 'suite', scope: WHOLE_SUITE, files: undefined };

/** Below this, running the whole suite at once is cheaper than running parts of it first. */
const SLOW_SUITE_MS = 3_000;

/**
 * What is run of a suite to screen a candidate: the whole of a quick one; of a slow one first the
 * files of the targets, then those whose tests exercise the selection. Whatever is left out here is
 * run when a winner is confirmed, and counts as nothing until then.
 */
export function screeningSteps(baseline: Baseline): readonly ScreeningStep[] {
  if (baseline.durationMs < SLOW_SUITE_MS) return [WHOLE];
  const all = filesOf([...baseline.targets, ...baseline.guards]);
  const targets = narrower(filesOf(baseline.targets), all);
  const steps: ScreeningStep[] = targets ? [stepOver('targets', targets)] : [];
  const related = narrower(relatedFiles(baseline), all);
  if (!related) return [...steps, WHOLE];
  const covered = targets && related.every((file) => targets.includes(file));
  return covered ? steps : [...steps, stepOver('related', related)];
}

function stepOver(stage: Stage, files: Files): ScreeningStep {
  return { stage, scope: { kind: 'files', files }, files };
}

type Files = readonly [string, ...string[]];

/** Files of the tests that notice when the selection throws, and of the targets. */
function relatedFiles({ targets, guards, exercising }: Baseline): readonly string[] | undefined {
  if (!exercising || exercising.length === 0) return undefined;
  const ids = new Set(exercising);
  return filesOf([...targets, ...guards.filter(({ id }) => ids.has(id))]);
}

/** Sorted; undefined if a test does not say which file it stands in. */
function filesOf(tests: readonly { readonly file?: string }[]): readonly string[] | undefined {
  const files = tests.map(({ file }) => file);
  return files.includes(undefined) ? undefined : [...new Set(files as readonly string[])].sort();
}

function narrower(
  files: readonly string[] | undefined,
  all: readonly string[] | undefined,
): Files | undefined {
  const [first, ...others] = files ?? [];
  if (first === undefined || (all && all.length <= others.length + 1)) return undefined;
  return [first, ...others];
}
