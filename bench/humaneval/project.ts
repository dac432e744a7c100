import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedTask } from './tasks';

export interface TaskProject {
  readonly root: string;
  remove(): void;
}

/** The task as a project: the function to be written, and the asserts that may be seen. */
export function createTaskProject(task: RecordedTask, visible: readonly string[]): TaskProject {
  const root = mkdtempSync(join(tmpdir(), 'winnow-bench-'));
  writeFileSync(join(root, 'solution.py'), `${task.prompt}    raise NotImplementedError\n`);
  writeFileSync(
    join(root, 'asserts.json'),
    JSON.stringify({ entry_point: task.entryPoint, asserts: visible }),
  );
  copyFileSync(join(__dirname, 'tap_check.py'), join(root, 'tap_check.py'));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
