import type { ProcessEnd, ProcessLimits } from '../api/process';
import { descendantsOf, listProcesses } from './process-table';

const INTERVAL_MS = 100;

/** Watches a process tree and says, once, which limit it has passed. Returns how to stop watching. */
export function watchLimits(
  pid: number,
  limits: ProcessLimits,
  onPassed: (end: ProcessEnd) => void,
): () => void {
  let stopped = false;
  const clock = setTimeout(
    () => pass({ kind: 'timed-out', limitMs: limits.timeMs }),
    limits.timeMs,
  );
  let timer = setTimeout(() => void look(), INTERVAL_MS);

  function stop(): void {
    stopped = true;
    clearTimeout(clock);
    clearTimeout(timer);
  }

  function pass(end: ProcessEnd): void {
    if (stopped) return;
    stop();
    onPassed(end);
  }

  async function look(): Promise<void> {
    const tree = descendantsOf(pid, await listProcesses());
    const memory = tree.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0);
    if (memory > limits.memoryBytes)
      pass({ kind: 'out-of-memory', limitBytes: limits.memoryBytes });
    if (tree.length > limits.processes)
      pass({ kind: 'too-many-processes', limit: limits.processes });
    if (!stopped) timer = setTimeout(() => void look(), INTERVAL_MS);
  }

  return stop;
}
