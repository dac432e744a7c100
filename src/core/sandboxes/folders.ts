import { dirname } from 'node:path';

/** Whether a path is a folder or stands in it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** A folder and all folders around it, up to the outermost one given. */
export function foldersUpTo(outermost: string, folder: string): readonly string[] {
  const folders: string[] = [];
  for (let at = folder; at.startsWith(outermost); at = dirname(at)) {
    folders.push(at);
    if (at === dirname(at)) break;
  }
  return folders;
}
