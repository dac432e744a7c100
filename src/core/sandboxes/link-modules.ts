import { lstat, mkdir, readdir, realpath, symlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Written by tools while they run: each sandbox starts without and keeps its own. */
const TOOL_CACHES = new Set(['.cache', '.vite', '.vite-temp', '.vitest', '.tmp']);

/** Two trees of the same shape: the user's, and the copy. */
export interface TreePair {
  readonly original: string;
  readonly copy: string;
}

/**
 * Gives the copy a `node_modules` of its own: a real folder whose entries are links to the user's,
 * except that a link into the project's own sources (a workspace package of npm, yarn or pnpm) leads
 * to the copy of those sources. Otherwise the tests would load the original code.
 */
export async function linkModules(trees: TreePair, folder: string): Promise<void> {
  const from = join(trees.original, folder);
  const to = join(trees.copy, folder);
  await mkdir(to, { recursive: true });
  const names = await readdir(from);
  await Promise.all(
    names
      .filter((name) => !TOOL_CACHES.has(name))
      .map((name) =>
        name.startsWith('@') || name === '.bin'
          ? linkModules(trees, `${folder}/${name}`)
          : linkEntry(trees, join(from, name), join(to, name)),
      ),
  );
}

async function linkEntry(trees: TreePair, from: string, to: string): Promise<void> {
  const target = (await lstat(from)).isSymbolicLink() ? await resolveOwn(trees, from) : from;
  // A file of the snapshot may stand here already: dependencies that are under version control.
  const taken = await lstat(to).catch(() => undefined);
  if (!taken) await symlink(target, to);
}

/** The copy of what a link leads to, if that is part of the project's own sources. */
async function resolveOwn({ original, copy }: TreePair, link: string): Promise<string> {
  const target = await realpath(link).catch(() => link);
  const path = relative(original, target);
  const parts = path.split(sep);
  if (parts[0] === '..' || parts.includes('node_modules') || path === '') return link;
  return join(copy, path);
}
