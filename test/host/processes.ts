import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Ends a process that leads its own group, its group and its descendants: politely first, by force
 * after `graceMs`. Resolves when none of them runs any more.
 */
export async function endTree(leader: number, graceMs = 3000): Promise<void> {
  const started = Date.now();
  const known = new Set(treeOf(leader));
  send([...known, -leader], 'SIGTERM');
  for (;;) {
    const left = running().filter(({ pid, group }) => group === leader || known.has(pid));
    if (left.length === 0) return;
    if (Date.now() - started > graceMs)
      send(
        left.map(({ pid }) => pid),
        'SIGKILL',
      );
    await delay(50);
  }
}

function send(targets: readonly number[], signal: NodeJS.Signals): void {
  for (const target of targets)
    try {
      process.kill(target, signal);
    } catch {
      // It has ended by itself.
    }
}

/** Children and their children, also those that left the group. */
function treeOf(leader: number): readonly number[] {
  const all = running();
  const found: number[] = [];
  for (let level = [leader]; level.length > 0;) {
    const parents = level;
    level = all.filter(({ parent }) => parents.includes(parent)).map(({ pid }) => pid);
    found.push(...level);
  }
  return found;
}

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
}

/** From /proc; without zombies, which in a container without an init process stay for ever. */
function running(): readonly Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return state === 'Z'
          ? []
          : [{ pid: Number(name), parent: Number(parent), group: Number(group) }];
      } catch {
        return [];
      }
    });
}
