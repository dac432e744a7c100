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
  stop(): Promise<void>;
}

export async function startHost(): Promise<Host> {
  const server = await startServer({
    env: testEnvironment(),
    log: join(RESULTS, 'workbench.log'),
  });
  try {
    const browser = await launchBrowser();
    return {
      server,
      browser,
      stop: async () => {
        await browser.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
