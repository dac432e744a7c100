/** The name of a program without its folder, extension and version: `./node_modules/.bin/x@3` is `x`. */
export function programName(word: string): string {
  const base = word.replaceAll('\\', '/').split('/').at(-1) ?? '';
  return base.replace(/(?<=.)@[^@]*$/, '').replace(/\.(c|m)?(js|ts)$|\.(cmd|exe)$/, '');
}

/** Programs that run a script given as their first argument, as node does. */
const INTERPRETERS = new Set([
  'node',
  'tsx',
  'ts-node',
  'ts-node-esm',
  'babel-node',
  'esr',
  'esmo',
  'nodejs',
  'swc-node',
  'jiti',
]);

export function isInterpreter(word: string): boolean {
  return INTERPRETERS.has(programName(word));
}

/** Options of node (and of the loaders around it) that take the next word as their value. */
export const NODE_VALUE_OPTIONS: ReadonlySet<string> = new Set([
  '-r',
  '--require',
  '--import',
  '--loader',
  '--experimental-loader',
  '-C',
  '--conditions',
  '--env-file',
  '--env-file-if-exists',
  '--test-name-pattern',
  '--test-skip-pattern',
  '--test-concurrency',
  '--test-timeout',
  '--test-shard',
  '--test-reporter',
  '--test-isolation',
  '--test-reporter-destination',
  '--experimental-test-isolation',
  '--max-old-space-size',
  '--stack-trace-limit',
  '--tsconfig',
  '-P',
  '--project',
  '-O',
  '--compiler-options',
  '--icu-data-dir',
  '--test-coverage-include',
  '--test-coverage-exclude',
  '--test-coverage-lines',
  '--title',
  '--test-coverage-branches',
  '--test-coverage-functions',
  '--input-type',
  '--watch-path',
  '--test-global-setup',
  '--config',
  '-x',
  '--extensions',
  '--presets',
  '--plugins',
]);

/** Index of the script that an interpreter is given, or -1 where it is given none. */
export function scriptIndex(words: readonly string[]): number {
  if (!isInterpreter(words[0] ?? '')) return -1;
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') return at + 1 < words.length ? at + 1 : -1;
    if (!word.startsWith('-')) return at;
    if (NODE_VALUE_OPTIONS.has(word)) at += 1;
    if (/^(-e|--eval|-p|--print)$/.test(word)) return -1;
  }
  return -1;
}

/**
 * Index of the word that names one of these runners, called by itself or through node; -1 if the
 * command is something else.
 */
export function runnerIndex(words: readonly string[], names: ReadonlySet<string>): number {
  const first = words[0] ?? '';
  if (names.has(programName(first)) && !isInterpreter(first)) return 0;
  const at = scriptIndex(words);
  const script = words[at] ?? '';
  return at > 0 && /node_modules|(^|\/)\.bin\//.test(script) && namesRunner(script, names)
    ? at
    : -1;
}

/** `node_modules/jest/bin/jest.js`, `node_modules/.bin/jest` and `node_modules/jest-cli/bin/jest`. */
function namesRunner(script: string, names: ReadonlySet<string>): boolean {
  return names.has(programName(script));
}
