import { appendFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunEvent } from '../api/events';
import type { RunStore } from '../api/store';
import { parseEvent } from './event-line';

const SUFFIX = '.jsonl';
const RUN_ID = /^[\w-]+$/;

/**
 * Runs as JSON lines, one file a run, under `<stateDir>/runs`. Appends are queued, so that the
 * lines of a run stand in the order of their events; each `append` resolves when it is on disk.
 */
export function openStore(stateDir: string): RunStore {
  const folder = join(stateDir, 'runs');
  const fileOf = (run: string) => join(folder, run + SUFFIX);
  const pending = new Map<string, string[]>();
  let writing: Promise<void> = Promise.resolve();
  let ready: Promise<unknown> | undefined;

  async function flush(run: string): Promise<void> {
    const lines = pending.get(run);
    if (!lines) return;
    pending.delete(run);
    ready ??= mkdir(folder, { recursive: true, mode: 0o700 });
    await ready;
    await appendFile(fileOf(run), lines.join(''), { mode: 0o600 });
  }

  return {
    append(event) {
      const line = JSON.stringify(event) + '\n';
      const waiting = pending.get(event.run);
      if (waiting) waiting.push(line);
      else pending.set(event.run, [line]);
      const written = writing.then(() => flush(event.run));
      writing = written.catch(() => undefined);
      return written;
    },
    async list() {
      const names = await readdir(folder).catch(() => []);
      const runs = names.filter((name) => name.endsWith(SUFFIX));
      return runs.map((name) => name.slice(0, -SUFFIX.length)).sort((a, b) => b.localeCompare(a));
    },
    async read(run) {
      if (!RUN_ID.test(run)) return [];
      const text = await readFile(fileOf(run), 'utf8').catch(() => '');
      return text.split('\n').flatMap((line): RunEvent[] => {
        const event = parseEvent(line);
        return event ? [event] : [];
      });
    },
    async remove(run) {
      if (RUN_ID.test(run)) await rm(fileOf(run), { force: true });
    },
  };
}
