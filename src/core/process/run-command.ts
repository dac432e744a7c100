import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { CommandRequest, ProcessEnd, ProcessOutcome } from '../api/process';
import { createBoundedOutput } from './bounded-output';
import { killTree } from './kill-tree';
import { watchLimits } from './watch-limits';

/** Names the run that a process belongs to, in its environment; the watchdog looks for it too. */
export const MARKER_VARIABLE = 'WINNOW_SANDBOX';

/** What is left of an ended program's pipes is waited for this long: a grandchild may hold them. */
const DRAIN_MS = 250;

/**
 * Runs a program within its limits and kills everything it started, however it ends. Aborting kills
 * it at once. Never throws for what the program does.
 */
export async function runCommand(
  request: CommandRequest,
  signal: AbortSignal,
  marker = randomBytes(12).toString('hex'),
): Promise<ProcessOutcome> {
  const startedAt = performance.now();
  const stdout = createBoundedOutput(request.limits.outputBytes);
  const stderr = createBoundedOutput(request.limits.outputBytes);
  const mark = `${marker}.${randomBytes(6).toString('hex')}`;
  const end = signal.aborted
    ? ({ kind: 'cancelled' } as const)
    : await execute(request, mark, { stdout: stdout.add, stderr: stderr.add }, signal);
  return {
    end,
    stdout: stdout.text(),
    stderr: stderr.text(),
    durationMs: performance.now() - startedAt,
  };
}

interface Sinks {
  readonly stdout: (chunk: Buffer) => void;
  readonly stderr: (chunk: Buffer) => void;
}

async function execute(
  request: CommandRequest,
  mark: string,
  sinks: Sinks,
  signal: AbortSignal,
): Promise<ProcessEnd> {
  const [program, ...words] = limited(request);
  const child = spawn(program, words, {
    cwd: request.cwd,
    env: { ...request.env, [MARKER_VARIABLE]: mark },
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  child.stdout.on('data', sinks.stdout);
  child.stderr.on('data', sinks.stderr);
  const end = await firstEnd(child, request, signal);
  await killTree(child.pid, mark);
  await drained(child);
  child.stdout.destroy();
  child.stderr.destroy();
  return end;
}

/** The program behind a shell that sets what only a process can set for itself. */
function limited({ argv, limits }: CommandRequest): readonly [string, ...string[]] {
  if (process.platform === 'win32') return argv;
  const blocks = Math.ceil(limits.fileBytes / 512);
  return [
    '/bin/sh',
    '-c',
    `ulimit -c 0; ulimit -f ${blocks} 2>/dev/null; exec "$@"`,
    'sh',
    ...argv,
  ];
}

/** How the program ended, or which limit or cancellation came first. */
function firstEnd(
  child: ChildProcess,
  { argv, limits }: CommandRequest,
  signal: AbortSignal,
): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    const cancel = () => settle({ kind: 'cancelled' });
    const stopWatching =
      child.pid === undefined ? () => undefined : watchLimits(child.pid, limits, settle);
    signal.addEventListener('abort', cancel, { once: true });

    function settle(end: ProcessEnd): void {
      stopWatching();
      signal.removeEventListener('abort', cancel);
      resolve(end);
    }

    child.on('error', (error) =>
      settle({ kind: 'not-started', reason: `${argv[0]}: ${error.message}` }),
    );
    child.on('exit', (code, by) =>
      settle(by === null ? { kind: 'exited', code: code ?? 1 } : { kind: 'signalled', signal: by }),
    );
  });
}

function drained(child: ChildProcess): Promise<void> {
  const streams = [child.stdout, child.stderr].filter((stream) => stream && !stream.closed);
  const closed = Promise.all(
    streams.map((stream) => new Promise((resolve) => stream?.once('close', resolve))),
  );
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, DRAIN_MS);
    void closed.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
