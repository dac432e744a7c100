import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** What an installed extension consists of; built for the tests or for debugging is not part of it. */
const PARTS = ['package.json', 'media', 'dist'];
const LEFT_OUT = /\.map$|dist[\\/]test$/;

/** Installs what has been built into a folder of extensions, away from this project's node_modules. */
export async function installExtension(extensions: string): Promise<void> {
  const text = await readFile(join(ROOT, 'package.json'), 'utf8');
  const { publisher, name, version } = JSON.parse(text) as Record<string, string>;
  const folder = join(extensions, `${publisher}.${name}-${version}`);
  await mkdir(folder, { recursive: true });
  for (const part of PARTS)
    await cp(join(ROOT, part), join(folder, part), {
      recursive: true,
      filter: (file) => !LEFT_OUT.test(file),
    });
}
