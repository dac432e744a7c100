import { posix, win32 } from 'node:path';

/** Where a report's relative paths start, and what they are to be made relative to. */
export interface ReportPlace {
  /** Absolute path of the sandbox's root. */
  readonly root: string;
  /** Folder the runner ran in, relative to the root. */
  readonly cwd: string;
}

/**
 * A path of a report relative to the root, with forward slashes. `file:` URLs are understood; a path
 * outside the root stays absolute.
 */
export function relativePath(path: string, { root, cwd }: ReportPlace): string {
  const base = slashed(root);
  const given = slashed(withoutScheme(path));
  const absolute = posix.isAbsolute(given) || win32.isAbsolute(given);
  const full = posix.normalize(absolute ? given : posix.join(base, cwd, given));
  const prefix = base.endsWith('/') ? base : `${base}/`;
  return full.startsWith(prefix) ? full.slice(prefix.length) : full;
}

function withoutScheme(path: string): string {
  if (!path.startsWith('file:')) return path;
  try {
    return decodeURIComponent(new URL(path).pathname);
  } catch {
    return path;
  }
}

function slashed(path: string): string {
  return win32.isAbsolute(path) && !posix.isAbsolute(path) ? path.replaceAll('\\', '/') : path;
}
