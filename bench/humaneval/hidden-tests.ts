import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../src/core/process/run-command';
import type { RecordedTask } from './tasks';

/** Whether a solution passes the task's own complete test, within ten seconds. */
export async function isRight(task: RecordedTask, solution: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-hidden-'));
  try {
    const end = 'print("right" + " indeed")';
    writeFileSync(
      join(folder, 'all.py'),
      [solution, task.test, `check(${task.entryPoint})`, end, ''].join('\n'),
    );
    const outcome = await runCommand(
      {
        argv: ['python3', '-B', 'all.py'],
        cwd: folder,
        env: { PATH: process.env['PATH'] ?? '', HOME: folder },
        limits: {
          timeMs: 10_000,
          memoryBytes: 2 ** 30,
          outputBytes: 2 ** 16,
          processes: 16,
          fileBytes: 2 ** 20,
        },
      },
      new AbortController().signal,
    );
    return outcome.end.kind === 'exited' && /right indeed\s*$/.test(outcome.stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
