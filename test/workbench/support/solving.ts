import { readdirSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { Outcome } from '../../../src/core/api/events';
import { startModelServer, type ModelServerOptions, type Script } from '../../support/model-server';
import { answer, quickInput } from './commands';
import { codeLens } from './editor';
import type { Host } from './host';
import { openWinnow, traces } from './sidebar';
import type { Workbench } from './workbench';

/** Clicks the first lens and answers the question for an instruction. */
export async function solve(workbench: Workbench, instruction = ''): Promise<void> {
  const lens = codeLens(workbench, 'Winnow: Solve');
  // A lens that VS Code has drawn from memory has no command until the editor is drawn again.
  for (let nudge = 20; !(await appears(lens)); nudge = -nudge) {
    await workbench.page.mouse.move(800, 300);
    await workbench.page.mouse.wheel(0, nudge);
  }
  await lens.click();
  await quickInput(workbench).getByText('Winnow: Solve').waitFor();
  await answer(workbench, instruction);
}

function appears(element: Locator): Promise<boolean> {
  return element.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}

/** Waits until the sidebar shows a run with this outcome, and returns the run's id. */
export async function outcomeShown(workbench: Workbench, outcome: Outcome): Promise<string> {
  const page = traces(workbench).locator(`main[data-outcome="${outcome}"]`);
  await page.waitFor({ timeout: 60_000 });
  return (await page.getAttribute('data-run')) ?? '';
}

/** Makes the sidebar as wide as a person who reads in it would. */
export async function widenSidebar(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await openWinnow(workbench);
  const sidebar = await page.locator('.part.sidebar').boundingBox();
  if (!sidebar) throw new Error('There is no sidebar.');
  const edge = sidebar.x + sidebar.width + 1;
  await page.mouse.move(edge, 400);
  await page.mouse.down();
  await page.mouse.move(edge + 70, 400, { steps: 4 });
  await page.mouse.up();
}

/** Gives a model server to some work and closes it afterwards. */
export async function withModel<T>(
  script: Script,
  options: ModelServerOptions,
  work: (server: Awaited<ReturnType<typeof startModelServer>>) => Promise<T>,
): Promise<T> {
  const server = await startModelServer(script, options);
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

/** What is left of runs: sandboxes, and processes that work in them. */
export async function leftovers({ server }: Host): Promise<readonly string[]> {
  const temporary = join(dirname(dirname(server.userData)), 'tmp');
  const sandboxes = (await readdir(temporary)).filter((name) => name.startsWith('winnow'));
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => commandLine(pid))
    .filter((line) => line.includes(join(temporary, 'winnow')));
  return [...sandboxes, ...processes];
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
