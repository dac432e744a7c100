import { lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isCache, isDependencyFolder } from './left-alone';
import { askGit } from './git';
import { ENVIRONMENT_MARK, isVirtualEnvironment, walkFiles } from './walk-files';

/** Ignored files may be build output that tests load, or anything; beyond this they stay behind. */
const IGNORED_BYTES = 64 * 1024 ** 2;

/** Tracked, untracked and needed ignored files of a repository, submodules included. */
export async function listGitFiles(
  root: string,
  signal: AbortSignal,
): Promise<{ readonly files: readonly string[]; readonly leftOut: readonly string[] } | undefined> {
  const ask = async (...words: string[]) => {
    const text = await askGit(root, ['ls-files', '-z', ...words], signal);
    return text?.split('\0').filter((path) => path !== '');
  };
  const [tracked, untracked, ignored] = await Promise.all([
    ask('--cached', '--recurse-submodules'),
    ask('--others', '--exclude-standard'),
    ask('--others', '--ignored', '--exclude-standard', '--directory'),
  ]);
  if (!tracked || !untracked) return undefined;
  const needed = await neededIgnored(root, ignored ?? []);
  const environments = untracked
    .filter((path) => basename(path) === ENVIRONMENT_MARK)
    .map((path) => path.slice(0, -ENVIRONMENT_MARK.length));
  const own = untracked.filter(
    (path) =>
      !path.endsWith('/') &&
      !path.split('/').some(isDependencyFolder) &&
      !environments.some((environment) => path.startsWith(environment)),
  );
  const files = new Set([...tracked, ...own, ...needed.files]);
  return { files: [...files].sort(), leftOut: needed.leftOut };
}

async function neededIgnored(root: string, entries: readonly string[]) {
  const files: string[] = [];
  const leftOut: string[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const path = entry.replace(/\/$/, '');
    if (isCache(basename(path)) || isDependencyFolder(basename(path))) continue;
    if (await isVirtualEnvironment(join(root, path))) continue;
    const inside = entry.endsWith('/') ? await walkFiles(root, path) : [path];
    const size = await sizeOf(root, inside);
    if (bytes + size > IGNORED_BYTES) {
      leftOut.push(path);
      continue;
    }
    bytes += size;
    files.push(...inside);
  }
  return { files, leftOut };
}

async function sizeOf(root: string, paths: readonly string[]): Promise<number> {
  let size = 0;
  for (const path of paths) {
    size += await lstat(join(root, path)).then(
      (stat) => stat.size,
      () => 0,
    );
    if (size > IGNORED_BYTES) break;
  }
  return size;
}
