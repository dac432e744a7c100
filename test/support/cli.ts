import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventType, RunEvent, RunEventOf } from '../../src/core/api/events';
import { REPOSITORY } from './project';

export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCli {
  readonly child: ChildProcess;
  readonly result: Promise<CliResult>;
  /** Resolves when this has been printed on stdout. */
  printed(pattern: RegExp): Promise<void>;
}

export interface CliOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A place of its own for stored runs and temporary files, so that leftovers can be counted. */
export interface CliHome {
  readonly env: Readonly<Record<string, string>>;
  readonly temp: string;
  remove(): void;
}

export function createHome(): CliHome {
  const base = mkdtempSync(join(tmpdir(), 'whome-'));
  const temp = mkdtempSync(join(base, 'tmp-'));
  return {
    env: { WINNOW_HOME: join(base, 'state'), TMPDIR: temp },
    temp,
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}

/** Starts the built CLI with plain Node; no model of the machine's own reaches it. */
export function startCli(words: readonly string[], { cwd, env = {} }: CliOptions): RunningCli {
  const { WINNOW_API_KEY: _a, OPENAI_API_KEY: _b, WINNOW_BASE_URL: _c, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(REPOSITORY, 'dist', 'cli.js'), ...words], {
    cwd,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const waiting = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (const look of waiting) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const result = new Promise<CliResult>((resolve) =>
    child.on('close', (status) => resolve({ status, stdout, stderr })),
  );
  const printed = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!pattern.test(stdout)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
      void result.then(() =>
        reject(new Error(`ended without ${String(pattern)}:\n${stdout}${stderr}`)),
      );
    });
  return { child, result, printed };
}

export function runCli(words: readonly string[], options: CliOptions): Promise<CliResult> {
  return startCli(words, options).result;
}

/** The events on stdout; throws if a line is anything else. */
export function eventsOf({ stdout }: CliResult): readonly RunEvent[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RunEvent);
}

export function eventsOfType<T extends EventType>(
  events: readonly RunEvent[],
  type: T,
): readonly RunEventOf<T>[] {
  return events.filter((event) => event.type === type) as unknown as RunEventOf<T>[];
}

export function lastEvent<T extends EventType>(
  events: readonly RunEvent[],
  type: T,
): RunEventOf<T> {
  const found = eventsOfType(events, type).at(-1);
  if (!found) throw new Error(`no ${type} among ${events.map((event) => event.type).join(', ')}`);
  return found;
}
