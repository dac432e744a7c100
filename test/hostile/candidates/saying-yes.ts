import type { Candidate } from '../candidate';
import { NO_REPORT } from './script-parts';

/** Equal everything, or nothing at all. */
export const sayingYes: readonly Candidate[] = [
  {
    title: 'equals every primitive',
    code: 'export function total() { return { valueOf: () => 6, toString: () => "6" }; }',
    verdict: ['failed', 'regressed'],
  },
  {
    title: 'matches every expectation',
    code: "export function total() { return { $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true }; }",
    verdict: ['failed', 'regressed', 'rejected'],
  },
  {
    title: 'throws nothing and returns nothing',
    code: 'export function total() {}',
    verdict: ['failed', 'regressed'],
  },
  {
    title: 'returns what was tested first',
    code: 'export function total() { return 6; }',
    verdict: ['failed', 'regressed'],
  },
  {
    title: 'does not parse',
    code: 'export function total(prices) { return prices.reduce((',
    verdict: 'syntax-error',
  },
  { title: 'is gone', code: '// nothing to see here', verdict: NO_REPORT },
];
