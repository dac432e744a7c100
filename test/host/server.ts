import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HumanError } from '../../src/core/util/human-error';
import { installExtension } from './extension';
import { installServer } from './install';
import type { ServerInstall } from './install';
import { endTree } from './processes';
import type { UserSettings } from './settings';

/** A VS Code that is served on 127.0.0.1 to whoever opens its address. */
export interface Server {
  readonly port: number;
  /** Has to be in the address, so that nobody else on the machine can use the server. */
  readonly token: string;
  /** Absolute path of the user's settings and global storage. */
  readonly userData: string;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Replaces the user's settings.json; an open page notices. */
  writeSettings(settings: UserSettings): Promise<void>;
  /** Ends the server, its extension hosts and whatever they started, and removes its data. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Environment of the server and, unless a page overrides it, of its extension hosts. */
  readonly env: NodeJS.ProcessEnv;
  /** Absolute path of the file that takes what the server prints. */
  readonly log: string;
  /**
   * `installed`: Winnow is there as a user has it. `development`: a page may name an extension under
   * development and its tests; VS Code shows no notifications then.
   */
  readonly extension: 'installed' | 'development';
}

const READY = /Extension host agent listening on (\d+)/;

/** Starts a server on a free port with a fresh data folder and waits until it listens. */
export async function startServer({ env, log, extension }: ServerOptions): Promise<Server> {
  const install = await installServer();
  const data = await mkdtemp(join(tmpdir(), 'winnow-host-'));
  const userData = join(data, 'data', 'User');
  await mkdir(userData, { recursive: true });
  await mkdir(join(data, 'tmp'));
  await mkdir(dirname(log), { recursive: true });
  await rm(log, { force: true });
  const token = randomBytes(16).toString('hex');
  await writeFile(join(data, 'token'), token, { mode: 0o600 });
  if (extension === 'installed') await installExtension(join(data, 'extensions'));
  const child = launch(install, data, env, extension);
  const pid = child.pid;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await listening(child, log);
  if (pid === undefined) throw new HumanError(`The VS Code server did not start; see ${log}.`);
  return {
    port,
    token,
    userData,
    ended,
    writeSettings: (settings) =>
      writeFile(join(userData, 'settings.json'), JSON.stringify(settings, undefined, 2)),
    stop: async () => {
      await endTree(pid);
      await rm(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function launch(
  { node, main }: ServerInstall,
  data: string,
  env: NodeJS.ProcessEnv,
  extension: ServerOptions['extension'],
): ChildProcess {
  const args = [
    ...['--host', '127.0.0.1', '--port', '0'],
    ...['--connection-token-file', join(data, 'token')],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    ...['--server-data-dir', data, '--reconnection-grace-time', '5'],
    // Without the driver a built workbench ignores extensions under development.
    ...(extension === 'development' ? ['--enable-smoke-test-driver'] : []),
  ];
  return spawn(node, [main, ...args], {
    // An empty gallery keeps it from asking a marketplace for updates; what it leaves in the
    // temporary folder goes with its data.
    env: { ...env, EXTENSIONS_GALLERY: '{}', TMPDIR: join(data, 'tmp') },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group, so that everything it starts can be ended with it.
    detached: true,
  });
}

function listening(child: ChildProcess, log: string): Promise<number> {
  const file = createWriteStream(log, { flags: 'a' });
  return new Promise((resolve, reject) => {
    let printed = '';
    const take = (chunk: Buffer) => {
      file.write(chunk);
      if (printed.length > 10_000) return;
      printed += chunk.toString();
      const port = READY.exec(printed)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('error', reject);
    child.once('exit', (code) => {
      file.end();
      reject(new HumanError(`The VS Code server ended with status ${String(code)}; see ${log}.`));
    });
  });
}
