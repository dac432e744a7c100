import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { applyPatch } from 'diff';
import type { EventFields } from '../core/api/events';
import { HumanError } from '../core/util/human-error';

/**
 * Writes a winner into the workspace: whole or not at all, and only over the text that it was
 * verified against.
 */
export async function applyWinner(
  { root, base }: EventFields['snapshot-taken'],
  diff: string,
): Promise<void> {
  const file = await realpath(join(root, base.path));
  if ((await readFile(file, 'utf8')) !== base.text)
    throw new HumanError(
      `${base.path} changed while the run went on, so the winner was not written. Run again on the file as it is now.`,
    );
  const text = applyPatch(base.text, diff, { autoConvertLineEndings: false });
  if (text === false) throw new Error(`the winning diff does not apply to ${base.path}`);
  const draft = join(dirname(file), `.winnow-${process.pid}.tmp`);
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await chmod(draft, (await stat(file)).mode);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
