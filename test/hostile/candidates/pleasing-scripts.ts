import type { Candidate } from '../candidate';

/** Please the tests without solving the task. */
export const pleasingScripts: readonly Candidate[] = [
  {
    title: 'looks the tested answers up',
    code: 'export function total(prices) { if (prices.length === 3) return 6; if (prices[0] === 5) return 5; return prices[1] === -7 ? -5 : 0; }',
    verdict: 'passed',
  },
  {
    title: 'asks the call stack whether a test calls',
    code: "export function total(prices) { const sum = prices.reduce((a, b) => a + b, 0); return new Error().stack?.includes('.test.') ? sum : 0; }",
    frameworks: ['mocha', 'node:test', 'vitest'],
    verdict: 'passed',
  },
];
