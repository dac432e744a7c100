import type { ProjectFiles } from '../../api/framework';
import { joinPath, readManifest } from '../scripts/manifest';
import { folderOf, foldersUpwards } from './folders';

/** Folders of the packages in the same repository that depend on the package a file belongs to. */
export async function dependentsOf(
  project: ProjectFiles,
  file: string,
): Promise<readonly string[]> {
  const home = foldersUpwards(folderOf(file)).find((folder) =>
    project.files.includes(joinPath(folder, 'package.json')),
  );
  const own = home === undefined ? undefined : await readManifest(project, home);
  const name = own?.fields['name'];
  if (typeof name !== 'string' || name === '') return [];
  const folders = project.files
    .filter((path) => /(?:^|\/)package\.json$/.test(path) && !path.includes('node_modules/'))
    .map(folderOf);
  const depends = await Promise.all(
    folders.map(async (folder) => {
      const manifest = await readManifest(project, folder);
      return manifest?.dependencies.has(name) === true;
    }),
  );
  return folders.filter((_, index) => depends[index]);
}
