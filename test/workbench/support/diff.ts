import type { Locator } from 'playwright-core';
import { visibleText } from './editor';
import type { Workbench } from './workbench';

export function diffEditor({ page }: Workbench): Locator {
  return page.locator('.monaco-diff-editor:visible');
}

/** The visible lines of both sides of the diff that is shown. */
export async function diffSides(
  workbench: Workbench,
): Promise<{ readonly before: string; readonly after: string }> {
  const diff = diffEditor(workbench);
  return {
    before: await visibleText(diff.locator('.editor.original')),
    after: await visibleText(diff.locator('.editor.modified')),
  };
}
