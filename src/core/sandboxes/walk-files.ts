import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isCache, isDependencyFolder } from './left-alone';

/** Marks the root of a Python virtual environment (PEP 405). */
export const ENVIRONMENT_MARK = 'pyvenv.cfg';

/** All files and links below a folder, relative to the root; links are not followed. */
export async function walkFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  if (entries.some(({ name }) => name === ENVIRONMENT_MARK)) return [];
  const files: string[] = [];
  for (const entry of entries) {
    if (isCache(entry.name) || isDependencyFolder(entry.name)) continue;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) files.push(...(await walkFiles(root, path)));
    else files.push(path);
  }
  return files;
}

/** Whether a folder is a Python virtual environment. */
export async function isVirtualEnvironment(folder: string): Promise<boolean> {
  const names: readonly string[] = await readdir(folder).catch(() => []);
  return names.includes(ENVIRONMENT_MARK);
}
