import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { HumanError } from '../../src/core/util/human-error';
import { installChromium } from './chromium';

/** A browser that can be launched. */
export interface BrowserInstall {
  readonly executable: string;
  readonly args: readonly string[];
  /** Added to the environment of the browser. */
  readonly env: Readonly<Record<string, string>>;
}

const SYSTEM_BROWSERS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
];

const SYSTEM_ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser named by WINNOW_BROWSER or CHROME_PATH, else the system's Chrome or Chromium, else
 * one from the npm registry. WINNOW_BROWSER=npm skips the system's.
 */
export async function findBrowser(): Promise<BrowserInstall> {
  const named = process.env['WINNOW_BROWSER'] ?? process.env['CHROME_PATH'];
  if (named === 'npm') return installChromium();
  if (named !== undefined && named !== '') {
    if (!existsSync(named))
      throw new HumanError(
        `There is no browser at ${named}; correct WINNOW_BROWSER or CHROME_PATH.`,
      );
    return { executable: named, args: SYSTEM_ARGS, env: {} };
  }
  const system = onPath(SYSTEM_BROWSERS);
  if (system !== undefined) return { executable: system, args: SYSTEM_ARGS, env: {} };
  return installChromium();
}

/** Launches the browser without a window. Its own sandbox is off: it only ever shows our server. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, args, env } = await findBrowser();
  return chromium.launch({
    executablePath: executable,
    args: [...args],
    env: { ...definedOnly(process.env), ...env },
    chromiumSandbox: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

function onPath(programs: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return programs
    .flatMap((program) => folders.map((folder) => join(folder, program)))
    .find((file) => existsSync(file));
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
