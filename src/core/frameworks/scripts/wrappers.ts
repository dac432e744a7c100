import { programName } from './program';

/** A command without one layer of what was wrapped around it. */
export interface Unwrapped {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const ASSIGNMENT = /^([A-Za-z_]\w*)=(.*)$/s;

const options = (text: string): readonly string[] => text.split(' ');

/** Wrappers that only measure or schedule, with those of their options that take a value. */
const PLAIN_WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  c8: options(
    '-r --reporter -x --exclude -n --include -o --reports-dir --report-dir --temp-directory --src --lines --branches --functions --statements -c --config -e --extension',
  ),
  nyc: options(
    '-r --reporter -x --exclude -n --include --report-dir --temp-dir -t --cwd --lines --branches --functions --statements -e --extension --require -i --nycrc-path',
  ),
  npx: options('-p --package'),
  bunx: [],
  time: [],
  timeout: [],
  exec: [],
  command: [],
  nice: options('-n'),
  'xvfb-run': options('-s --server-args -n'),
  dotenv: options('-e -v -p'),
  'env-cmd': options('-f -e -r --file --environments --rc-file'),
  'dotenv-cli': options('-e'),
  'cross-env-shell': [],
  istanbul: options('--report --dir -x'),
  poetry: [],
  uv: options('--with --extra --group -p --python --env-file --package'),
  pipenv: [],
  hatch: [],
  pdm: [],
  coverage: options('--source --rcfile --omit --include -m'),
};

/** Package managers whose `exec` and `dlx` run a program. */
const MANAGERS = new Set(['npm', 'pnpm', 'yarn', 'bun']);

/** A command without its outermost wrapper; undefined where none is left. */
export function unwrap(words: readonly string[]): Unwrapped | undefined {
  const assigned = takeAssignments(words);
  if (assigned) return assigned;
  const [first = '', second = ''] = words;
  const name = programName(first);
  if (name === 'cross-env' || name === 'env') {
    const rest = words
      .slice(1)
      .filter((word, at) => !(word === '-S' || (word === '-i' && at === 0)));
    return takeAssignments(rest) ?? { words: rest, env: {} };
  }
  if (MANAGERS.has(name) && /^(exec|dlx|x)$/.test(second))
    return { words: skipOptions(words.slice(2), ['-p', '--package', '-C', '--filter']), env: {} };
  if (name === 'coverage' && second === 'run') {
    const at = words.indexOf('-m');
    return {
      words: at > 0 ? ['python', ...words.slice(at)] : skipOptions(words.slice(2), []),
      env: {},
    };
  }
  if (name === 'coverage') return undefined;
  if (/^(poetry|uv|pipenv|hatch|pdm|dotenvx|rye)$/.test(name))
    return second === 'run'
      ? { words: skipOptions(words.slice(2), ['-f', ...(PLAIN_WRAPPERS[name] ?? [])]), env: {} }
      : undefined;
  if (name === 'istanbul') return second === 'cover' ? afterSubcommand(words) : undefined;
  const valued = PLAIN_WRAPPERS[name];
  if (!valued || (/^(c8|nyc)$/.test(name) && /^(report|check-coverage|merge)$/.test(second)))
    return undefined;
  const rest = skipOptions(words.slice(1), valued);
  if (name === 'npx' || name === 'bunx') return { words: withoutVersion(rest), env: {} };
  return { words: name === 'timeout' ? rest.slice(1) : rest, env: {} };
}

/** `npx vitest@3` runs vitest. */
function withoutVersion([program, ...rest]: readonly string[]): readonly string[] {
  return program === undefined ? [] : [program.replace(/(?<=.)@[^@/]*$/, ''), ...rest];
}

/** `istanbul cover _mocha -- args` hands on what follows the two dashes. */
function afterSubcommand(words: readonly string[]): Unwrapped {
  const rest = skipOptions(words.slice(2), PLAIN_WRAPPERS['istanbul'] ?? []);
  return { words: rest.filter((word, at) => !(word === '--' && at === 1)), env: {} };
}

function takeAssignments(words: readonly string[]): Unwrapped | undefined {
  const env: Record<string, string> = {};
  let at = 0;
  for (; at < words.length; at++) {
    const assignment = ASSIGNMENT.exec(words[at] ?? '');
    if (!assignment) break;
    env[assignment[1] ?? ''] = assignment[2] ?? '';
  }
  return at > 0 ? { words: words.slice(at), env } : undefined;
}

function skipOptions(words: readonly string[], valued: readonly string[]): readonly string[] {
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    if (word === '--') return words.slice(at + 1);
    if (!word.startsWith('-')) break;
    at += valued.includes(word) ? 2 : 1;
  }
  return words.slice(at);
}
