import { join } from 'node:path';
import { RESULTS } from './host';
import type { Workbench } from './workbench';

/** Takes a picture for the README: test-results/screenshots/<name>.png, 1280 by 800 pixels. */
export async function screenshot(workbench: Workbench, name: string): Promise<void> {
  // A mouse that rests on something leaves a tooltip or a highlight in the picture.
  await workbench.page.mouse.move(640, 799);
  await takePicture(workbench, 'screenshots', name);
}

export async function takePicture(
  { page }: Workbench,
  folder: 'screenshots' | 'failures',
  name: string,
): Promise<void> {
  const file = name.replace(/[^a-z0-9]+/gi, '-').toLowerCase();
  await page.screenshot({
    path: join(RESULTS, folder, `${file}.png`),
    animations: 'disabled',
    caret: 'hide',
    timeout: 60_000,
  });
}
