import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';

/**
 * An absolute path relative to the snapshot's root, with forward slashes; '' is the root itself. A
 * link is kept as the name it has, but the folders that lead to it are resolved.
 */
export async function pathInSnapshot(path: string, root: string): Promise<string> {
  if ((await realpath(path).catch(() => path)) === root) return '';
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  return relative(root, join(folder, basename(path)))
    .split(sep)
    .join('/');
}
