import { walkFiles } from './walk-files';

/** All files of a folder that is no repository, but for dependencies and caches. */
export async function listPlainFiles(
  root: string,
): Promise<{ readonly files: readonly string[]; readonly leftOut: readonly string[] }> {
  return { files: (await walkFiles(root, '')).sort(), leftOut: [] };
}
