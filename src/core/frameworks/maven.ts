import type { PlannedCommand, ProjectFiles } from '../api/framework';
import { readSurefire } from '../reports';
import { detectAlone } from './detect/detect-alone';
import { foldersUpwards } from './detect/folders';
import type { Clue, DetectableFramework } from './framework';
import { splitArguments, type ArgumentTable } from './runner-arguments';
import { joinPath } from './scripts/manifest';
import { programName } from './scripts/program';

const TABLE: ArgumentTable = {
  valued: new Set(
    '-f --file -pl --projects -P --activate-profiles -s --settings -gs --global-settings -t --toolchains -T --threads -rf --resume-from -l --log-file --color -b --builder'.split(
      ' ',
    ),
  ),
  dropped:
    /^(-X|--debug|-e|--errors|-q|--quiet|-v|--version|-V|--show-version|-ff|--fail-fast|-fae|--fail-at-end|-fn|--fail-never|-l|--log-file|--color|-U|--update-snapshots|-Dmaven\.test\.(skip|failure\.ignore)|-DskipTests)$/,
};

/** Never a download, no progress, and nothing that asks. */
const ALWAYS = ['-o', '-B', '-q'] as const;

/** Goals up to which a call of the owner's runs unit tests. */
const RUNS_TESTS = /^(test|package|verify|install|surefire:test)$/;

/**
 * Surefire writes a file for each class into each module, and leaves those of earlier runs there:
 * they go first, and what is there afterwards becomes the report.
 */
const COLLECT = [
  'reports() { find . -path "*/surefire-reports/TEST-*.xml" -type f "$@"; }',
  'reports -delete',
  '"$@"',
  'status=$?',
  'reports -exec cat {} + > "$0"',
  'exit $status',
].join('\n');

interface MavenCall {
  readonly program: string;
  readonly options: readonly string[];
}

/** A call of Maven that runs unit tests; undefined where the words are something else. */
function mavenCall(words: readonly string[]): MavenCall | undefined {
  const [program = '', ...rest] = words;
  if (!/^(mvn|mvnw|mvnd)$/.test(programName(program))) return undefined;
  const { options, files: goals } = splitArguments(rest, TABLE);
  return goals.some((goal) => RUNS_TESTS.test(goal)) ? { program, options } : undefined;
}

function clueOf(words: readonly [string, ...string[]], env: PlannedCommand['env'], reason: string) {
  const maven = mavenCall(words);
  if (!maven) return undefined;
  const { program, options } = maven;
  return {
    command: { argv: words, env },
    reason,
    // By itself, so that code which does not compile is told from tests that fail.
    prepare: [{ argv: [program, ...ALWAYS, ...options, 'test-compile'] as const, env }],
  } satisfies Clue;
}

/** Whether a module belongs to a project around it, which builds what the module needs. */
async function isPart(project: ProjectFiles, folder: string): Promise<boolean> {
  for (const place of foldersUpwards(folder).slice(1))
    if ((await project.read(joinPath(place, 'pom.xml')))?.includes('<modules>')) return true;
  return false;
}

/** Maven with surefire. It always runs all tests: a report names classes, not files. */
export const maven: DetectableFramework = {
  id: 'maven',
  clues: {
    language: 'java',
    inStep: ({ words, env }) => Promise.resolve(clueOf(words, env, 'runs Maven')),
    inConfig: async (project, folder) => {
      const path = joinPath(folder, 'pom.xml');
      if (!project.files.includes(path) || (await isPart(project, folder))) return undefined;
      return clueOf(['mvn', 'test'], {}, path);
    },
    inFiles: () => Promise.resolve(undefined),
  },
  detect: (project, folder) => detectAlone(maven, project, folder),
  command(plan, _scope, reportFile) {
    const { argv, env } = plan.command;
    const { program, options } = mavenCall(argv) ?? { program: 'mvn', options: [] };
    const words = [program, ...ALWAYS, ...options, '-Dmaven.test.failure.ignore=true', 'test'];
    return {
      command: { argv: ['sh', '-c', COLLECT, reportFile, ...words], env },
      report: 'file',
    };
  },
  read: readSurefire,
};
