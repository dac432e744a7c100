import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';

/** Values that can be made again, kept on disk under a key of letters and digits. */
export interface JsonCache {
  /** The value as it was written; undefined if there is none, or none that is young enough. */
  read(key: string): Promise<unknown>;
  /** Never fails: what cannot be kept is made again the next time. */
  write(key: string, value: unknown): Promise<void>;
}

export interface CacheLimits {
  readonly entries: number;
  readonly ageMs: number;
  /** A larger value is not kept, in characters of its JSON. */
  readonly size: number;
}

/** A cache in a folder of its own, which need not exist yet. */
export function openJsonCache(folder: string, limits: CacheLimits): JsonCache {
  const fileOf = (key: string) => join(folder, `${key}.json`);
  return {
    async read(key) {
      try {
        const { mtimeMs } = await stat(fileOf(key));
        if (Date.now() - mtimeMs > limits.ageMs) return undefined;
        return JSON.parse(await readFile(fileOf(key), 'utf8')) as unknown;
      } catch {
        return undefined;
      }
    },
    async write(key, value) {
      const text = JSON.stringify(value);
      if (text.length > limits.size) return;
      const temporary = join(folder, `${randomBytes(6).toString('hex')}.tmp`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(temporary, text, { mode: 0o600 });
        await rename(temporary, fileOf(key));
        await prune(folder, limits);
      } catch {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}

/** Removes what is too old, and the oldest of what is too much. */
async function prune(folder: string, { entries, ageMs }: CacheLimits): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(folder, name);
      return { path, at: (await stat(path).catch(() => undefined))?.mtimeMs ?? 0 };
    }),
  );
  const youngest = files.sort((a, b) => b.at - a.at);
  const gone = youngest.filter(({ at }, rank) => rank >= entries || Date.now() - at > ageMs);
  await Promise.all(gone.map(({ path }) => rm(path, { force: true })));
}
