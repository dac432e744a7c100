import { readdir, readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { TreePair } from './link-modules';

/**
 * Folders to put first on Python's path, so that editable installs (`pip install -e`) of the project
 * load the copy and not the user's sources. Read from a virtual environment's `.pth` and `.egg-link`
 * files and from the finders that setuptools writes (PEP 660).
 */
export async function editablePaths(
  trees: TreePair,
  environment: string,
): Promise<readonly string[]> {
  const folders = await sitePackages(environment);
  const found = await Promise.all(folders.map(sourcesNamedIn));
  const copies = found.flat().flatMap((source) => copyOf(trees, source));
  return [...new Set(copies)];
}

async function sitePackages(environment: string): Promise<readonly string[]> {
  const lib = join(environment, 'lib');
  const names = await readdir(lib).catch(() => []);
  return [
    ...names
      .filter((name) => name.startsWith('python'))
      .map((name) => join(lib, name, 'site-packages')),
    join(environment, 'Lib', 'site-packages'),
  ];
}

async function sourcesNamedIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => '');
  const sources = names.map(async (name) => {
    if (/\.(pth|egg-link)$/.test(name)) return (await read(name)).split(/\r?\n/).filter(isAbsolute);
    if (!/^__editable__.*finder\.py$/.test(name)) return [];
    const mapped = (await read(name)).matchAll(/['"][^'"]+['"]\s*:\s*['"]([^'"]+)['"]/g);
    return [...mapped].map((match) => dirname(match[1] ?? '')).filter(isAbsolute);
  });
  return (await Promise.all(sources)).flat();
}

function copyOf({ original, copy }: TreePair, source: string): readonly string[] {
  const path = relative(original, source);
  return path.split(sep)[0] === '..' || isAbsolute(path) ? [] : [join(copy, path)];
}
