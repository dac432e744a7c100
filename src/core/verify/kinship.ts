import { posix } from 'node:path';
import type { TestResult } from '../api/report';

/**
 * Tells whether a failing test is probably about the selection although it does not notice when that
 * throws: it stands in a file with tests that do notice, or its message names the selected file.
 */
export function createKinship(
  exercising: readonly TestResult[],
  selected: string | undefined,
): (test: TestResult) => boolean {
  const files = new Set(exercising.map(({ file }) => file));
  return ({ file, message }) =>
    files.has(file) || (selected !== undefined && names(message ?? '', selected));
}

/** A stack trace names a file by its path, a failed import by what was imported. */
function names(message: string, path: string): boolean {
  const name = posix.basename(path).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return message.includes(path) || new RegExp(`['"](?:[^'"\\s]*/)?${name}['"]`).test(message);
}
