import type { ProjectFiles } from '../../src/core/api/framework';

/** A project that exists only as texts by path; `onDisk` are ignored paths such as virtual environments. */
export function projectFiles(
  texts: Readonly<Record<string, string>>,
  onDisk: readonly string[] = [],
): ProjectFiles {
  return {
    root: '/project',
    files: Object.keys(texts).sort(),
    read: (path) => Promise.resolve(texts[path]),
    exists: (path) => Promise.resolve(path in texts || onDisk.includes(path)),
  };
}
