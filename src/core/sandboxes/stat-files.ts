import { access, constants, lstat } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';

export interface FileStat {
  readonly path: string;
  /** Changes whenever the file does. */
  readonly identity: string;
}

/** Those of the paths that are readable files or links, in order; pipes, sockets and the like are not. */
export async function statFiles(
  root: string,
  paths: readonly string[],
): Promise<readonly FileStat[]> {
  const limit = pLimit(64);
  const stats = await Promise.all(paths.map((path) => limit(() => statFile(root, path))));
  return stats.filter((stat) => stat !== undefined);
}

async function statFile(root: string, path: string): Promise<FileStat | undefined> {
  try {
    const full = join(root, path);
    const stat = await lstat(full, { bigint: true });
    if (!stat.isFile() && !stat.isSymbolicLink()) return undefined;
    if (stat.isFile()) await access(full, constants.R_OK);
    return { path, identity: `${stat.size}:${stat.mtimeNs}:${stat.mode}` };
  } catch {
    return undefined;
  }
}
