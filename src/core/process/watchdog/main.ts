import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { killMarked } from '../kill-tree';

/**
 * Waits beside a run. Its stdin closes when the run's process is gone, in order or not; then
 * everything with the run's marker is killed and the run's folder removed. Arguments: marker, folder.
 */
async function main(): Promise<void> {
  const [marker, folder] = process.argv.slice(2);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => undefined);
  for await (const line of createInterface({ input: process.stdin })) if (line === 'done') return;
  if (marker !== undefined && marker !== '') await killMarked(marker);
  if (folder !== undefined && folder !== '')
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

void main().then(() => process.exit());
