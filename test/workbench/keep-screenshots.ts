import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RESULTS, ROOT } from './support/host';

/** The pictures that the documentation shows, as the workbench tests have just taken them. */
const KEPT = ['winner', 'winner-dark', 'streaming'];

async function main(): Promise<void> {
  const images = join(ROOT, 'docs', 'images');
  await mkdir(images, { recursive: true });
  for (const name of KEPT)
    await copyFile(join(RESULTS, 'screenshots', `${name}.png`), join(images, `${name}.png`));
}

void main();
