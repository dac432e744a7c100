import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HumanError, messageOf } from '../../src/core/util/human-error';
import { addressOf } from './address';
import { stopOnSignals } from './interrupt';
import { copyProject } from './project';
import { startServer } from './server';
import { QUIET_SETTINGS, trustSettings } from './settings';

const ROOT = join(__dirname, '..', '..');
const EXAMPLE = 'node-test-pricing';
const FILE = 'src/discounts.js';

/**
 * `npm start [-- <example>]`: serves a VS Code on 127.0.0.1 with the extension and a copy of an
 * example project loaded, and prints its address. With `--desktop` it opens the installed `code`
 * instead.
 */
async function main(argv: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { desktop: { type: 'boolean' } },
    allowPositionals: true,
  });
  const example = positionals[0] ?? EXAMPLE;
  const temporary = await mkdtemp(join(tmpdir(), 'winnow-start-'));
  const project = await copyProject(example, temporary);
  const file = example === EXAMPLE ? { file: join(project, FILE) } : {};
  const clean = () => rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  if (values.desktop === true) {
    await openDesktop(project);
    await clean();
    return;
  }
  const server = await startServer({
    // Runs on the copy are of no use without it.
    env: { ...process.env, WINNOW_HOME: join(temporary, 'home') },
    log: join(ROOT, 'test-results', 'start.log'),
    extension: 'installed',
  });
  stopOnSignals(async () => {
    console.log('\nStopping.');
    await server.stop();
    await clean();
  });
  await server.writeSettings({ ...QUIET_SETTINGS, ...trustSettings(true) });
  console.log(`
VS Code with Winnow and a copy of examples/${example} is served at

  ${addressOf(server, { folder: project, ...file })}

Open the address in a browser on this machine. Ctrl-C ends it and removes the copy.`);
  await server.ended;
}

/** Waits until the window is closed. */
function openDesktop(project: string): Promise<void> {
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${ROOT}`, project];
  const child = spawn('code', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    child.once('exit', () => resolve());
    child.once('error', () =>
      reject(
        new HumanError('There is no `code` on the PATH; leave --desktop out to be served one.'),
      ),
    );
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
