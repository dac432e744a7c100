import type { Candidate } from '../candidate';
import { atLoad, atCall, NO_REPORT } from './script-parts';

/** Never end, or take too much. */
export const neverEnding: readonly Candidate[] = [
  {
    title: 'loops for ever',
    code: atCall('for (;;);'),
    verdict: 'timed-out',
  },
  {
    title: 'waits for ever',
    code: 'export async function total() { await new Promise(() => {}); }',
    verdict: NO_REPORT,
  },
  {
    title: 'keeps a timer',
    frameworks: ['node:test', 'mocha', 'vitest'],
    code: atCall('setInterval(() => {}, 1000);'),
    verdict: NO_REPORT,
  },
  {
    title: 'floods the output',
    code: atCall("for (let i = 0; i < 200; i++) console.log('x'.repeat(1e5));"),
    verdict: NO_REPORT,
  },
  {
    title: 'ignores the end',
    code: atLoad("process.on('SIGTERM', () => {}); for (;;);"),
    verdict: 'rejected',
    unfenced: ['timed-out', 'crashed'],
  },
  {
    title: 'eats the memory',
    frameworks: ['node:test'],
    code: atCall('const all = []; for (;;) all.push(new Array(1e6).fill(all.length));'),
    verdict: ['out-of-memory', 'crashed', 'timed-out'],
  },
  {
    title: 'overflows the stack',
    code: 'export function total(prices) { return total(prices); }',
    verdict: NO_REPORT,
  },
];
