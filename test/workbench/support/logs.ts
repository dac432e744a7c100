import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RESULTS, type Host } from './host';

const folderOf = ({ server }: Host) => join(dirname(server.userData), 'logs');

/** What earlier windows have logged is not about the next one. */
export async function forgetLogs(host: Host): Promise<void> {
  const files = await logsOf(host);
  await Promise.all(files.map((file) => rm(file, { force: true })));
}

/** Copies what the extension logged, and what was thrown in its host, to test-results/failures. */
export async function keepLogs(host: Host, name: string): Promise<void> {
  const texts = await Promise.all((await logsOf(host)).map((file) => readFile(file, 'utf8')));
  const file = name.replace(/[^a-z0-9]+/gi, '-').toLowerCase();
  await mkdir(join(RESULTS, 'failures'), { recursive: true });
  await writeFile(join(RESULTS, 'failures', `${file}.log`), texts.join('\n'));
}

async function logsOf(host: Host): Promise<readonly string[]> {
  const folder = folderOf(host);
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  return files.filter((file) => /./.test(file)).map((file) => join(folder, file));
}
