import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** Shows Winnow's container of the activity bar. */
export async function openWinnow(workbench: Workbench): Promise<void> {
  const tab = workbench.page.locator('.activitybar .action-item', {
    has: workbench.page.locator('[aria-label^="Winnow"]'),
  });
  const open = (await tab.first().getAttribute('aria-expanded')) === 'true';
  if (!open) await tab.first().click();
}

/** The contents of the webview view: two frames down in the page. */
export function traces({ page }: Workbench): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** The rows of the tree of runs. */
export function runRows({ page }: Workbench): Locator {
  return page.locator('.part.sidebar .pane', { hasText: 'Runs' }).locator('.monaco-list-row');
}

/** Folds a view of the sidebar away. */
export async function collapsePane({ page }: Workbench, title: string): Promise<void> {
  const header = page.locator(`.part.sidebar .pane-header[aria-label^="${title}"]`);
  if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
}
