import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../host/browser';
import { testEnvironment } from '../../host/environment';
import { startServer } from '../../host/server';
import type { Server } from '../../host/server';

export const ROOT = join(__dirname, '..', '..', '..');
export const RESULTS = join(ROOT, 'test-results');

/** What all workbench tests share: one VS Code server and one browser. */
export interface Host {
  readonly server: Server;
  readonly browser: Browser;
  /** Absolute path of the folder in which the extension keeps its runs. */
  readonly home: string;
  stop(): Promise<void>;
}

export async function startHost(): Promise<Host> {
  const home = await mkdtemp(join(tmpdir(), 'winnow-home-'));
  const server = await startServer({
    env: testEnvironment({ WINNOW_HOME: home }),
    log: join(RESULTS, 'workbench.log'),
    extension: 'installed',
  });
  try {
    const browser = await launchBrowser();
    return {
      server,
      browser,
      home,
      stop: async () => {
        await browser.close();
        await server.stop();
        await rm(home, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
