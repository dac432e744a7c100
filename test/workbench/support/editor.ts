import type { Locator } from 'playwright-core';
import { answer } from './commands';
import type { Workbench } from './workbench';

/** The code editor that is shown, or one side of a diff. */
export function editor({ page }: Workbench): Locator {
  return page.locator('.part.editor .editor-instance .monaco-editor').last();
}

/** Puts the cursor at the start of a line (1-based). */
export async function goToLine(workbench: Workbench, line: number): Promise<void> {
  await workbench.page.keyboard.press('Control+1');
  await workbench.page.keyboard.press('Control+g');
  await answer(workbench, `:${line}:1`);
}

/** Selects whole lines, 1-based and inclusive, with the keyboard. */
export async function selectLines(
  workbench: Workbench,
  first: number,
  last: number,
): Promise<void> {
  await goToLine(workbench, first);
  for (let line = first; line < last; line++)
    await workbench.page.keyboard.press('Shift+ArrowDown');
  await workbench.page.keyboard.press('Shift+End');
}

/** The lines that the editor shows, from top to bottom. */
export function editorText(workbench: Workbench): Promise<string> {
  return visibleText(editor(workbench));
}

/** The lines that a code editor shows; Monaco keeps them in no particular order. */
export async function visibleText(code: Locator): Promise<string> {
  const lines = await code.locator('.view-line').evaluateAll((elements) =>
    elements.map((element) => {
      const line = element as unknown as { style: { top: string }; textContent: string };
      return { top: Number.parseFloat(line.style.top), text: line.textContent };
    }),
  );
  return lines
    .sort((a, b) => a.top - b.top)
    .map(({ text }) => text.replaceAll('\u00a0', ' '))
    .join('\n');
}

export async function undo({ page }: Workbench): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+z');
}

export async function save({ page }: Workbench): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+s');
}

/** The code lens with this title, the first one from the top. */
export function codeLens({ page }: Workbench, title: string): Locator {
  return page.locator('.codelens-decoration a', { hasText: title }).first();
}

/** The tab of an open editor; `dirty` tells whether it has unsaved changes. */
export function tab({ page }: Workbench, label: string): Locator {
  return page.locator('.tabs-container .tab', { hasText: label });
}

export async function isDirty(workbench: Workbench, label: string): Promise<boolean> {
  const classes = await tab(workbench, label).first().getAttribute('class');
  return classes?.split(' ').includes('dirty') ?? false;
}

/** A button at the right of the tabs, by the start of its name. */
export function titleButton({ page }: Workbench, name: string): Locator {
  return page
    .locator(`.editor-group-container.active .editor-actions [aria-label^="${name}"]`)
    .first();
}
