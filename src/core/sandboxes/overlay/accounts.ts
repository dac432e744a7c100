import { readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import type { Jail } from './jail';

const ACCOUNTS = '/etc/passwd';

/**
 * Writes the list of accounts as a sandbox sees it, where its user is not the one outside: the user's
 * home is known by the number too, and toolchains (Java's) look for it there.
 */
export async function writeAccounts(to: string, { uid, gid }: Jail['user']): Promise<void> {
  const text = await readFile(ACCOUNTS, 'utf8').catch(() => '');
  const others = text.split('\n').filter((line) => line.split(':')[2] !== String(uid));
  const own = `nobody:x:${uid}:${gid}:nobody:${homedir()}:/bin/sh`;
  await writeFile(to, [own, ...others].join('\n'), { mode: 0o644 });
}
