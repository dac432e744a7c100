import type { PlannedCommand } from '../api/framework';
import { readLibtest } from '../reports';
import { detectAlone } from './detect/detect-alone';
import type { Clue, DetectableFramework } from './framework';
import { splitArguments, type ArgumentTable } from './runner-arguments';
import { joinPath } from './scripts/manifest';
import { programName } from './scripts/program';

const TABLE: ArgumentTable = {
  valued: new Set(
    '-p --package --exclude --test --bin --example --bench --features -F --target --target-dir --profile --manifest-path --message-format --color --config -Z -j --jobs -C'.split(
      ' ',
    ),
  ),
  dropped:
    /^(-q|--quiet|-v+|--verbose|--no-run|--no-fail-fast|--message-format|--color|--target-dir|--timings|--future-incompat-report)$/,
};

/** For the test programs themselves; what changes the form of their output goes. */
const PROGRAM_TABLE: ArgumentTable = {
  valued: new Set('--test-threads --skip --format --color --logfile --shuffle-seed -Z'.split(' ')),
  dropped:
    /^(--nocapture|--no-capture|--show-output|-q|--quiet|--format|--color|--logfile|--report-time|--list|--bench|-Z)$/,
};

/** A crate that is not at hand is an error at once, never a download. */
const ENVIRONMENT = { CARGO_NET_OFFLINE: 'true', CARGO_TERM_COLOR: 'never', RUST_BACKTRACE: '0' };

interface CargoCall {
  /** `cargo`, with a toolchain where one is named. */
  readonly cargo: readonly [string, ...string[]];
  readonly options: readonly string[];
  /** Filters and options of the test programs. */
  readonly handedOn: readonly string[];
}

/** A call of `cargo test`; undefined where the words are something else. */
function cargoCall(words: readonly string[]): CargoCall | undefined {
  const [program = '', second = ''] = words;
  const cargo = second.startsWith('+') ? ([program, second] as const) : ([program] as const);
  if (programName(program) !== 'cargo' || !/^(test|t)$/.test(words[cargo.length] ?? ''))
    return undefined;
  const rest = words.slice(cargo.length + 1);
  const end = rest.indexOf('--');
  const given = splitArguments(end < 0 ? rest : rest.slice(0, end), TABLE);
  const own = splitArguments(end < 0 ? [] : rest.slice(end + 1), PROGRAM_TABLE);
  return { cargo, options: given.options, handedOn: [...given.files, ...own.all] };
}

function clueOf(words: readonly [string, ...string[]], env: PlannedCommand['env'], reason: string) {
  const call = cargoCall(words);
  if (!call) return undefined;
  const own = { ...ENVIRONMENT, ...env };
  return {
    command: { argv: words, env: own },
    reason,
    // By itself, so that code which does not compile is told from tests that fail.
    prepare: [{ argv: [...call.cargo, 'test', '--no-run', ...call.options] as const, env: own }],
  } satisfies Clue;
}

/**
 * Rust's own tests: unit tests, integration tests and doc tests. It always runs all of them: what
 * takes the time is building, and the runner does not say which file a test stands in.
 */
export const cargo: DetectableFramework = {
  id: 'cargo',
  clues: {
    language: 'rust',
    inStep: ({ words, env }) => Promise.resolve(clueOf(words, env, 'runs cargo test')),
    inConfig: (project, folder) => {
      const path = joinPath(folder, 'Cargo.toml');
      const found = project.files.includes(path);
      return Promise.resolve(found ? clueOf(['cargo', 'test'], {}, path) : undefined);
    },
    inFiles: () => Promise.resolve(undefined),
  },
  detect: (project, folder) => detectAlone(cargo, project, folder),
  command(plan) {
    const { argv, env } = plan.command;
    const call = cargoCall(argv) ?? { cargo: ['cargo'] as const, options: [], handedOn: [] };
    const words = [
      ...call.cargo,
      'test',
      '--no-fail-fast',
      ...call.options,
      '--',
      ...call.handedOn,
    ] as const;
    return { command: { argv: inOneStream(words), env }, report: 'stdout' };
  },
  read: readLibtest,
};

/** Cargo says on stderr which program's tests follow on stdout. */
function inOneStream(words: readonly [string, ...string[]]): readonly [string, ...string[]] {
  return process.platform === 'win32' ? words : ['sh', '-c', 'exec "$@" 2>&1', 'sh', ...words];
}
