/** Joins file, suites and title of a test. */
const SEPARATOR = ' › ';

/**
 * Makes ids for the tests of one report: the parts joined, and ' #2', ' #3', … appended to repeated
 * ones, in the order in which the runner lists them.
 */
export function createIdMaker(): (...parts: readonly (string | undefined)[]) => string {
  const seen = new Map<string, number>();
  return (...parts) => {
    const name = parts.filter((part) => part !== undefined && part !== '').join(SEPARATOR);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} #${count}`;
  };
}
