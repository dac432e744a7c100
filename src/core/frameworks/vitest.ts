import type { ProjectFiles } from '../api/framework';
import { readJestJson } from '../reports';
import { vitestCanaries } from './canaries';
import { detectAlone } from './detect/detect-alone';
import { call, fromFolder, type DetectableFramework } from './framework';
import { splitArguments, type ArgumentTable } from './runner-arguments';
import { joinPath, readManifest } from './scripts/manifest';
import { runnerIndex } from './scripts/program';
import { scriptTests } from './test-files';

const NAMES = new Set(['vitest']);

/** Type checks go too, like `tsc --noEmit` before the tests: they take longer than all of the tests. */
const TABLE: ArgumentTable = {
  valued: new Set(
    '-c --config -r --root --dir -t --testNamePattern --project --environment --pool --testTimeout --hookTimeout --retry --reporter --outputFile --bail --maxWorkers --minWorkers --mode --exclude --shard --configLoader --workspace --teardownTimeout --maxConcurrency --diff --slowTestThreshold --inspect --changed --silent --sequence.seed --browser'.split(
      ' ',
    ),
  ),
  dropped:
    /^(--run|-w|--(no-)?watch|--(no-)?coverage(\..*)?|--reporters?|--outputFile(\..*)?|--ui|--(no-)?open|--bail|-u|--update|--api(\..*)?|--inspect(-brk)?|--changed|--silent|--shard|--standalone|--(no-)?typecheck(\..*)?|--(no-)?allowOnly|--mergeReports|--passWithNoTests)$/,
};

const CONFIG = /^(vitest\.(config|workspace|projects)\.([cm]?[jt]s|json))$/;

/** Subcommands that run tests; `bench`, `list` and `init` do not. */
const RUNNING = /^(run|watch|dev|related)$/;
const OTHER = /^(bench|list|init|typecheck)$/;

/** The subcommand, which may stand behind options; '' where the words have none. */
function subcommandOf(args: readonly string[]): string {
  const [first = ''] = splitArguments(args, TABLE).files;
  return RUNNING.test(first) || OTHER.test(first) ? first : '';
}

async function configFile(project: ProjectFiles, folder: string): Promise<string | undefined> {
  const here = project.files.filter((file) => joinPath(folder, nameOf(file)) === file);
  const own = here.find((file) => CONFIG.test(nameOf(file)));
  if (own !== undefined) return own;
  const vite = here.find((file) => /^vite\.config\.[cm]?[jt]s$/.test(nameOf(file)));
  const text = vite === undefined ? undefined : await project.read(vite);
  return /\btest\s*:\s*\{|vitest\/config/.test(text ?? '') ? vite : undefined;
}

function nameOf(file: string): string {
  return file.split('/').at(-1) ?? '';
}

export const vitest: DetectableFramework = {
  id: 'vitest',
  clues: {
    language: 'javascript',
    inStep: ({ words, env }) => {
      const at = runnerIndex(words, NAMES);
      const runs =
        at >= 0 &&
        !OTHER.test(subcommandOf(words.slice(at + 1))) &&
        !words.includes('--typecheck.only');
      const reason = 'runs vitest';
      return Promise.resolve(runs ? { command: { argv: words, env }, reason } : undefined);
    },
    inConfig: async (project, folder) => {
      const found = await configFile(project, folder);
      return found === undefined ? undefined : { command: call('vitest'), reason: found };
    },
    inFiles: async (project, folder) => {
      const manifest = await readManifest(project, folder);
      const uses =
        manifest?.dependencies.has('vitest') && scriptTests(project.files, folder).length > 0;
      return uses
        ? { command: call('vitest'), reason: 'vitest among the dependencies' }
        : undefined;
    },
  },
  detect: (project, folder) => detectAlone(vitest, project, folder),
  command(plan, scope, reportFile) {
    const { argv, env } = plan.command;
    const at = runnerIndex(argv, NAMES);
    const [program, ...prefix] = argv.slice(0, at + 1);
    const rest = argv.slice(at + 1);
    const verb = rest.indexOf(subcommandOf(rest));
    const given = splitArguments(
      rest.filter((_, index) => index !== verb),
      TABLE,
    );
    const asked = [
      '--reporter=json',
      // Not `--outputFile.json`: a path in the project's configuration would go before it.
      `--outputFile=${reportFile}`,
      '--coverage.enabled=false',
      scope.bail ? '--bail=1' : '--bail=0',
      '--allowOnly',
    ];
    const args =
      scope.kind === 'all'
        ? [...given.all, ...asked]
        : [...given.options, ...asked, ...scope.files.map((file) => fromFolder(plan.cwd, file))];
    return {
      // CI keeps vitest from writing snapshots.
      command: {
        argv: [program ?? 'vitest', ...prefix, 'run', ...args],
        env: { CI: 'true', ...env },
      },
      report: 'file',
    };
  },
  read: readJestJson,
  canaries: vitestCanaries,
};
