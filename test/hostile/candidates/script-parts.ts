export const WRONG = 'export function total(prices) { return 0; }';
export const RIGHT =
  'export function total(prices) { return prices.reduce((sum, price) => sum + price, 0); }';

/** The wrong function with something done when the module is loaded. */
export const atLoad = (code: string) => `${code}\n${WRONG}`;
/** The wrong function with something done whenever it is called. */
export const atCall = (code: string, result = '0') =>
  `export function total(prices) {\n  ${code}\n  return ${result};\n}`;

/** An end that no test survives: whatever is left of the report, it is not a pass. */
export const NO_REPORT = ['crashed', 'incomplete', 'failed', 'regressed', 'timed-out'] as const;
export const MEDDLES = [...NO_REPORT, 'rejected', 'flaky'] as const;
