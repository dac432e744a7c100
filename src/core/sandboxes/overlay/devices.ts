import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEVICES } from './jail';

const LINKS: Readonly<Record<string, string>> = {
  fd: '/proc/self/fd',
  stdin: 'fd/0',
  stdout: 'fd/1',
  stderr: 'fd/2',
  ptmx: 'pts/ptmx',
};

/** Makes a folder in the shape of `/dev`, whose devices are put in their places by each command. */
export async function makeDeviceFolder(folder: string): Promise<void> {
  for (const path of [folder, join(folder, 'pts'), join(folder, 'shm')])
    await mkdir(path, { mode: 0o755 });
  for (const name of DEVICES) await writeFile(join(folder, name), '');
  for (const [name, target] of Object.entries(LINKS)) await symlink(target, join(folder, name));
}
