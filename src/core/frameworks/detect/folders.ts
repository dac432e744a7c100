/** A folder of the snapshot and all folders around it, the nearest first; '' is the root. */
export function foldersUpwards(folder: string): readonly string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return [...parts.keys()]
    .map((index) => parts.slice(0, parts.length - index).join('/'))
    .concat('');
}

/** The folder that holds a file; '' is the root. */
export function folderOf(file: string): string {
  const at = file.lastIndexOf('/');
  return at < 0 ? '' : file.slice(0, at);
}
