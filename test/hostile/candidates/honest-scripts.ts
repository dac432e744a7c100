import type { Candidate } from '../candidate';
import { RIGHT } from './script-parts';

/** Honest patches beside them, which must not be refused. */
export const honestScripts: readonly Candidate[] = [
  { title: 'solves the task', code: RIGHT, verdict: 'passed' },
  {
    title: 'has locals with names of tests',
    code: 'export function total(prices) { let test = 0; for (const it of prices) test += it; const expect = test; return expect; }',
    verdict: 'passed',
  },
  {
    title: 'reads the environment',
    code: `const SCALE = Number(process.env.TOTAL_SCALE ?? 1);\n${RIGHT.replace('sum + price', 'sum + price * SCALE')}`,
    verdict: 'passed',
  },
  {
    title: 'tells which system it runs on',
    code: `export const separator = process.platform === 'win32' ? ';' : ':';\n${RIGHT}`,
    verdict: 'passed',
  },
  {
    title: 'checks its input with an error of its own',
    code: "export class NotPrices extends TypeError {}\nexport function total(prices) { if (!Array.isArray(prices)) throw new NotPrices('prices'); let sum = 0; for (const price of prices) sum += price; return sum; }",
    verdict: 'passed',
  },
  {
    title: 'asserts what it relies on',
    imports: { assert: 'node:assert' },
    code: 'export function total(prices) { assert.ok(Array.isArray(prices)); let i = 0, sum = 0; while (i < prices.length) { sum += prices[i]; i += 1; } return sum; }',
    verdict: 'passed',
  },
  {
    title: 'uses a regular expression',
    code: 'export function total(prices) { return prices.filter((price) => /^-?\\d/.test(String(price))).reduce((a, b) => a + b, 0); }',
    verdict: 'passed',
  },
  {
    title: 'freezes what it makes',
    code: 'export function total(prices) { const copy = Object.freeze([...prices]); return Object.assign({ sum: 0 }, { sum: copy.reduce((a, b) => a + b, 0) }).sum; }',
    verdict: 'passed',
  },
];
