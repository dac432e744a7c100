import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcessLimits } from '../api/process';
import type { RunSettings } from '../api/settings';
import type { Snapshot } from '../api/snapshot';
import type { Task } from '../api/task';
import {
  changesInlineTests,
  createFrameworks,
  detectPlan,
  displayOf,
  isInlineTests,
  isProtected,
  isTestSource,
  runTests,
} from '../frameworks';
import type { Detection } from '../run-parts';
import { pathInSnapshot } from './path-in-snapshot';

export interface DetectorParts {
  readonly settings: Pick<RunSettings, 'tests' | 'workspace'>;
  /** Absolute path of Winnow's built files. */
  readonly assets: string;
  readonly snapshot: Snapshot;
  readonly task: Task;
  /** What the task's file holds. */
  readonly text: string;
  /** Limits of a test run; its time limit is set for each run. */
  readonly limits: Omit<ProcessLimits, 'timeMs'>;
}

/** Finds out how the project of a file runs its tests, or takes the user's own command. */
export async function detectTests(parts: DetectorParts): Promise<Detection> {
  const { settings, snapshot, text } = parts;
  const { file, range } = parts.task;
  const frameworks = createFrameworks(parts.assets);
  const project = {
    root: snapshot.root,
    files: snapshot.files,
    read: (path: string) => snapshot.read(path),
    exists: (path: string) =>
      access(join(snapshot.root, path)).then(
        () => true,
        () => false,
      ),
  };
  const { command, report } = settings.tests;
  const override =
    command === undefined
      ? undefined
      : { command, report, cwd: await pathInSnapshot(settings.workspace, snapshot.root) };
  const detected = await detectPlan(project, file, frameworks, override);
  if (detected.kind === 'none') return detected;
  const { plan } = detected;
  const framework = frameworks.find(({ id }) => id === plan.framework);
  if (!framework) throw new Error(`no framework "${plan.framework}"`);
  return {
    kind: 'found',
    plan,
    display: displayOf(plan),
    addCanaries: (path, text, word) => framework.canaries?.(path, text, word),
    isProtected: (path) => path !== file && isProtected(plan, path),
    changesTests: changesInlineTests,
    selectsTests: isInlineTests(file, text, range) || isTestSource(file),
    runTests: (sandbox, scope, timeMs, signal) =>
      runTests({ sandbox, plan, framework, scope, limits: { ...parts.limits, timeMs }, signal }),
  };
}
