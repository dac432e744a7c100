import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Ends a process that leads its own group, its group and its descendants: politely first, by force
 * after `graceMs`. Resolves when none of them is left.
 */
export async function endTree(pid: number, graceMs = 3000): Promise<void> {
  const targets = [-pid, ...descendants(pid)];
  const deadline = Date.now() + graceMs;
  let signal: NodeJS.Signals = 'SIGTERM';
  let left = send(targets, signal);
  while (left.length > 0) {
    await delay(50);
    if (Date.now() > deadline) signal = 'SIGKILL';
    left = signal === 'SIGKILL' ? send(left, signal) : left.filter((target) => isThere(target));
  }
}

/** The targets that still existed when the signal was sent. */
function send(targets: readonly number[], signal: NodeJS.Signals): readonly number[] {
  return targets.filter((target) => {
    try {
      return process.kill(target, signal);
    } catch {
      return false;
    }
  });
}

function isThere(target: number): boolean {
  return send([target], 0 as unknown as NodeJS.Signals).length > 0;
}

/** Children and their children, also those that left the group; none where there is no /proc. */
function descendants(pid: number): readonly number[] {
  const parents = new Map(running().map((id) => [id, parentOf(id)]));
  const found: number[] = [];
  for (let level = [pid]; level.length > 0;) {
    level = [...parents.keys()].filter((id) => level.includes(parents.get(id) ?? 0));
    found.push(...level);
  }
  return found;
}

function running(): readonly number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}
