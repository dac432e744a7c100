const TEST_FOLDERS = new Set(['test', 'tests', '__tests__', 'spec', 'specs', 'e2e']);
const TEST_NAMES = [
  /[._-](test|tests|spec)\.[cm]?[jt]sx?$/i,
  /^test_.*\.py$/,
  /_test\.py$/,
  /^(conftest|tests?)\.[a-z]+$/,
];
const FOREIGN_FOLDERS = new Set(['node_modules', '.venv', 'venv', 'site-packages', 'dist', '.git']);

/** Whether a file, by its path relative to the workspace folder, holds tests. */
export function isTestFile(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  return parts.some((part) => TEST_FOLDERS.has(part)) || TEST_NAMES.some((test) => test.test(name));
}

/** Whether a file, by its path relative to the workspace folder, was written by somebody else. */
export function isForeignFile(path: string): boolean {
  return path.split('/').some((part) => FOREIGN_FOLDERS.has(part));
}
