import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { addressOf } from '../../host/address';
import { copyProject } from '../../host/project';
import { QUIET_SETTINGS, trustSettings } from '../../host/settings';
import type { UserSettings } from '../../host/settings';
import type { Host } from './host';

export interface WorkbenchOptions {
  /** Name of a folder of examples/; a copy of it is opened. */
  readonly example?: string;
  /** Opened in the editor; relative to the example's folder. */
  readonly file?: string;
  readonly settings?: UserSettings;
  /** Whether the folder is trusted; it is unless this is false. */
  readonly trusted?: boolean;
  readonly theme?: 'light' | 'dark';
}

/** A page with VS Code in it, as a person sees it, and the project that is open there. */
export interface Workbench {
  readonly page: Page;
  /** Absolute path of the copied project. */
  readonly project: string;
  read(file: string): Promise<string>;
  write(file: string, text: string): Promise<void>;
  /** Loads the page again: a new window on the same folder with the same user data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const THEMES = { light: 'Light Modern', dark: 'Dark Modern' };

/** Opens a copy of an example project in a new page with fresh user data. */
export async function openWorkbench(host: Host, options: WorkbenchOptions): Promise<Workbench> {
  const { example = 'node-test-pricing', file, trusted = true, theme = 'light' } = options;
  const temporary = await mkdtemp(join(tmpdir(), 'winnow-workbench-'));
  const project = await copyProject(example, temporary);
  const settings = {
    ...QUIET_SETTINGS,
    ...trustSettings(trusted),
    'workbench.colorTheme': THEMES[theme],
    ...options.settings,
  };
  await freshUserData(host, settings);
  // Everything else a user has (trust, secrets, layout) is kept by the browser, and new with it.
  const context = await host.browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const ready = () =>
    page
      .locator(file === undefined ? '.part.sidebar .monaco-list-row' : '.view-line')
      .first()
      .waitFor();
  const address = addressOf(host.server, {
    folder: project,
    ...(file === undefined ? {} : { file: join(project, file) }),
  });
  await page.goto(address);
  await ready();
  return {
    page,
    project,
    read: (path) => readFile(join(project, path), 'utf8'),
    write: (path, text) => writeFile(join(project, path), text),
    restart: async () => {
      await page.reload();
      await ready();
    },
    close: async () => {
      // Leaving the page tells the server to end the extension host at once.
      await page.goto('about:blank').catch(() => undefined);
      await context.close();
      await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function freshUserData({ server, home }: Host, settings: UserSettings): Promise<void> {
  await rm(join(home, 'runs'), { recursive: true, force: true });
  for (const folder of ['globalStorage', 'workspaceStorage', 'History'])
    await rm(join(server.userData, folder), { recursive: true, force: true });
  await mkdir(server.userData, { recursive: true });
  await server.writeSettings(settings);
}
