import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Starts the process that cleans up if this one is killed: it ends the run's processes and removes
 * the run's folder. The returned function tells it that there is nothing left to do.
 */
export function startWatchdog(assets: string, marker: string, folder: string): () => Promise<void> {
  const child = spawn(process.execPath, [join(assets, 'watchdog.js'), marker, folder], {
    env: { ELECTRON_RUN_AS_NODE: '1', PATH: process.env['PATH'] ?? '' },
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  return () =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.pid === undefined) {
        resolve();
        return;
      }
      // Without this the process could end here, with whatever waits for this promise undone.
      child.ref();
      child.once('exit', () => resolve());
      child.stdin.end('done\n');
    });
}
