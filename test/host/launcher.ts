import { existsSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { HumanError, messageOf } from '../../src/core/util/human-error';
import type { PageContents } from './address';
import { addressOf } from './address';
import { launchBrowser } from './browser';
import { stopOnSignals } from './interrupt';
import { startServer } from './server';
import type { Server } from './server';
import { QUIET_SETTINGS, trustSettings } from './settings';

const LOG = join(__dirname, '..', '..', 'test-results', 'extension-host.log');
const TIME_LIMIT_MS = 8 * 60_000;

/**
 * Does what `code --extensionDevelopmentPath=… --extensionTestsPath=… <folder>` does, in a served
 * VS Code: runs those tests in an extension host, prints what they wrote to the file named by
 * WINNOW_TEST_OUTPUT and returns their exit code. Flags of the desktop program are ignored.
 */
export async function launch(argv: readonly string[]): Promise<number> {
  let server: Server | undefined;
  let browser: Browser | undefined;
  const stop = async () => {
    await browser?.close();
    await server?.stop();
  };
  stopOnSignals(stop);
  try {
    const contents = readArguments(argv);
    server = await startServer({ env: process.env, log: LOG, extension: 'development' });
    await server.writeSettings({ ...QUIET_SETTINGS, ...trustSettings(true) });
    browser = await launchBrowser();
    return await runTests(server, browser, contents);
  } catch (error) {
    console.error(error instanceof HumanError ? error.message : error);
    return 1;
  } finally {
    await printOutput();
    await stop().catch((error: unknown) => console.error(messageOf(error)));
  }
}

function readArguments(argv: readonly string[]): PageContents & { readonly tests: string } {
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
    },
  });
  const extension = values['extensionDevelopmentPath'];
  const tests = values['extensionTestsPath'];
  const folder = positionals[0];
  if (typeof extension !== 'string' || typeof tests !== 'string' || folder === undefined)
    throw new HumanError(
      'Usage: launcher --extensionDevelopmentPath=<folder> --extensionTestsPath=<module> <workspace>',
    );
  return { extension: resolve(extension), tests: resolve(tests), folder: resolve(folder) };
}

async function runTests(server: Server, browser: Browser, contents: PageContents): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.exposeFunction('codeAutomationLog', (level: string, parts: unknown[]) =>
    appendFile(LOG, `${level}: ${parts.map(String).join(' ')}\n`),
  );
  // The workbench calls this with the result of the tests.
  const finished = new Promise<number>((done, reject) => {
    page.exposeFunction('codeAutomationExit', done).catch(reject);
    page.on('crash', () => reject(new HumanError(`The page of VS Code crashed; see ${LOG}.`)));
    void server.ended.then(() => reject(new HumanError(`The VS Code server ended; see ${LOG}.`)));
    setTimeout(
      () =>
        reject(new HumanError(`The tests ran for more than ${TIME_LIMIT_MS / 60_000} minutes.`)),
      TIME_LIMIT_MS,
    ).unref();
  });
  await page.goto(addressOf(server, contents));
  return finished;
}

async function printOutput(): Promise<void> {
  const file = process.env['WINNOW_TEST_OUTPUT'];
  if (file !== undefined && existsSync(file)) process.stdout.write(await readFile(file, 'utf8'));
}
