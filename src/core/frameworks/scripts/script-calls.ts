import { programName } from './program';

/** A call of package scripts, such as `npm run build` or `run-s lint test:*`. */
export interface ScriptCall {
  /** Names or, for npm-run-all, patterns. */
  readonly scripts: readonly string[];
  /** Arguments for the last of them. */
  readonly extra: readonly string[];
  /** Folder of the package, relative to the one the call is made in. */
  readonly folder?: string;
  /** What the words mean where there is no such script: `yarn mocha` runs the program. */
  readonly program?: readonly string[];
}

/** Words that yarn, pnpm and bun keep for themselves. */
const OWN_COMMANDS = new Set([
  'install',
  'i',
  'ci',
  'add',
  'remove',
  'exec',
  'dlx',
  'x',
  'pack',
  'publish',
  'audit',
  'link',
  'why',
  'workspace',
  'workspaces',
  'node',
  'config',
  'set',
  'up',
  'update',
  'version',
  'info',
  'bin',
  'dedupe',
]);

/** Options of package managers that take a value. */
const FOLDER_OPTION = /^(--prefix|--cwd|-C|--dir)(?:=(.*))?$/;
const VALUE_OPTION = /^(-F|--filter|-w|--workspace)$/;

/** Reads a command as a call of package scripts; undefined where it is none. */
export function scriptCall(words: readonly string[]): ScriptCall | undefined {
  const name = programName(words[0] ?? '');
  switch (name) {
    case 'npm':
    case 'pnpm':
    case 'yarn':
    case 'bun':
    case 'yarnpkg':
      return managerCall(name, words.slice(1));
    case 'run-s':
    case 'run-p':
    case 'npm-run-all':
    case 'npm-run-all2':
      return { scripts: scriptNames(words.slice(1)), extra: [] };
    case 'node': {
      const at = words.findIndex((word) => word === '--run' || word.startsWith('--run='));
      if (at < 0) return undefined;
      const named = words[at]?.split('=')[1];
      return named === undefined
        ? { scripts: words.slice(at + 1, at + 2), extra: extraOf(words.slice(at + 2)) }
        : { scripts: [named], extra: extraOf(words.slice(at + 1)) };
    }
    default:
      return undefined;
  }
}

function managerCall(manager: string, given: readonly string[]): ScriptCall | undefined {
  const { folder, elsewhere, rest } = takeOptions(given);
  if (elsewhere) return { scripts: [], extra: [] };
  const [verb, ...args] = rest;
  const place = folder === undefined ? {} : { folder };
  if (verb === undefined) return undefined;
  if (/^(run|run-script|rum|urn)$/.test(verb)) {
    const { elsewhere: inOther, rest: named } = takeOptions(args);
    const [script, ...extra] = named;
    if (script === undefined || inOther) return { scripts: [], extra: [] };
    const program = manager === 'npm' ? {} : { program: [script, ...extra] };
    return {
      scripts: [script],
      extra: manager === 'npm' ? extraOf(extra) : withoutDashes(extra),
      ...place,
      ...program,
    };
  }
  if (/^(test|t|tst)$/.test(verb) && !(manager === 'bun'))
    return {
      scripts: ['test'],
      extra: manager === 'npm' ? extraOf(args) : withoutDashes(args),
      ...place,
    };
  if (/^(start|stop|restart)$/.test(verb)) return { scripts: [verb], extra: [], ...place };
  if (manager === 'npm' || manager === 'bun' || OWN_COMMANDS.has(verb)) return undefined;
  return { scripts: [verb], extra: withoutDashes(args), ...place, program: [verb, ...args] };
}

interface ManagerOptions {
  readonly folder: string | undefined;
  /** It is about other packages: recursive or filtered. */
  readonly elsewhere: boolean;
  readonly rest: readonly string[];
}

function takeOptions(words: readonly string[]): ManagerOptions {
  let folder: string | undefined;
  let elsewhere = false;
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-') || word === '--') break;
    const option = FOLDER_OPTION.exec(word);
    if (option) folder = option[2] ?? words[(at += 1)];
    else if (/^(-r|--recursive|-ws|--workspaces)$/.test(word)) elsewhere = true;
    else if (VALUE_OPTION.test(word) || /^--(filter|workspace)=/.test(word)) {
      elsewhere = true;
      if (!word.includes('=')) at += 1;
    }
  }
  const rest = words.slice(at);
  const verbEnd = rest.findIndex((word) => word === '--');
  const own = verbEnd < 0 ? rest : rest.slice(0, verbEnd);
  const workspaces = own.some((word) => /^(--workspaces|-ws|--workspace=.*)$/.test(word));
  const later = own.findIndex((word) => FOLDER_OPTION.test(word) && word.startsWith('--prefix'));
  if (later < 0) return { folder, elsewhere: elsewhere || workspaces, rest };
  const inline = FOLDER_OPTION.exec(rest[later] ?? '')?.[2];
  return {
    folder: inline ?? rest[later + 1],
    elsewhere: elsewhere || workspaces,
    rest: rest.filter(
      (_, index) => index !== later && (inline !== undefined || index !== later + 1),
    ),
  };
}

/** npm hands on what follows two dashes, and words that are no options. */
function extraOf(args: readonly string[]): readonly string[] {
  const at = args.indexOf('--');
  const before = (at < 0 ? args : args.slice(0, at)).filter((word) => !word.startsWith('-'));
  return at < 0 ? before : [...before, ...args.slice(at + 1)];
}

function withoutDashes(args: readonly string[]): readonly string[] {
  const at = args.indexOf('--');
  return at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 1)];
}

/** The scripts that `run-s`, `run-p` and npm-run-all are given; arguments for them are left out. */
function scriptNames(words: readonly string[]): readonly string[] {
  return words
    .filter((word) => !word.startsWith('-'))
    .map((word) => word.split(/\s/)[0] ?? '')
    .filter((word) => word !== '');
}
