import type { Locator } from 'playwright-core';
import { eventually } from './wait';
import type { Workbench } from './workbench';

/** The box at the top of the window that palette, questions and pick lists share. */
export function quickInput({ page }: Workbench): Locator {
  return page.locator('.quick-input-widget:visible');
}

/** Runs a command through the palette, by its whole title ("Winnow: Solve Selection"). */
export async function runCommand(workbench: Workbench, title: string): Promise<void> {
  const { page } = workbench;
  // Extensions bring their commands a moment after the window is there: ask again until it is known.
  await eventually(`the command ${title}`, async () => {
    await page.keyboard.press('F1');
    const box = quickInput(workbench);
    await box.locator('input').fill(`>${title}`);
    const found = commandRow(workbench, title);
    const there = await found
      .waitFor({ timeout: 3000 })
      .then(() => true)
      .catch(() => false);
    if (there) await found.click();
    else await page.keyboard.press('Escape');
    return there;
  });
}

function commandRow(workbench: Workbench, title: string): Locator {
  return quickInput(workbench).locator(`.monaco-list-row[aria-label^="${title}"]`).first();
}

/** The titles that the palette offers for some text. */
export async function offeredCommands(workbench: Workbench, text: string): Promise<string[]> {
  await workbench.page.keyboard.press('F1');
  await quickInput(workbench).locator('input').fill(`>${text}`);
  const rows = quickInput(workbench).locator('.monaco-list-row .label-name');
  await rows.first().waitFor();
  const titles = await rows.allInnerTexts();
  await workbench.page.keyboard.press('Escape');
  return titles;
}

/** Types an answer into the question that is open, and presses Enter. */
export async function answer(workbench: Workbench, text: string): Promise<void> {
  await quickInput(workbench).locator('input').fill(text);
  await workbench.page.keyboard.press('Enter');
}

/** Picks the row of an open list whose label contains this text. */
export async function pick(workbench: Workbench, label: string): Promise<void> {
  await quickInput(workbench).locator('.monaco-list-row', { hasText: label }).first().click();
}
