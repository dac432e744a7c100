import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { ProcessEnd, ProcessLimits, ProcessOutcome } from '../../src/core/api/process';
import type { Sandbox, SandboxCommand } from '../../src/core/api/sandbox';

export const LIMITS: ProcessLimits = {
  timeMs: 60_000,
  memoryBytes: 2 ** 31,
  outputBytes: 2 ** 20,
  processes: 100,
  fileBytes: 2 ** 30,
};

/** A sandbox without any isolation: it runs commands right in a folder that the test owns. */
export function processSandbox(root: string): Sandbox {
  return {
    root,
    scratch: realpathSync(mkdtempSync(join(tmpdir(), 'wscratch-'))),
    reset: () => Promise.resolve(),
    run: (command) => run(root, command),
  };
}

function run(root: string, { argv, cwd, env, limits }: SandboxCommand): Promise<ProcessOutcome> {
  const [program, ...args] = argv;
  const startedAt = Date.now();
  const output = { stdout: '', stderr: '' };
  const bins = [join(root, cwd, 'node_modules/.bin'), join(root, 'node_modules/.bin')];
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: join(root, cwd),
      env: {
        PATH: [...bins, process.env['PATH'] ?? ''].join(delimiter),
        HOME: process.env['HOME'] ?? '',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, limits.timeMs);
    const finish = (end: ProcessEnd) => {
      clearTimeout(timer);
      resolve({ end, ...output, durationMs: Date.now() - startedAt });
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    child.on('error', (error) => finish({ kind: 'not-started', reason: error.message }));
    child.on('close', (code, signal) => {
      if (timedOut) finish({ kind: 'timed-out', limitMs: limits.timeMs });
      else if (signal) finish({ kind: 'signalled', signal });
      else finish({ kind: 'exited', code: code ?? 0 });
    });
  });
}
