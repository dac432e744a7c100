import type { PlannedCommand, ProjectFiles } from '../api/framework';
import { readPytest } from '../reports';
import { pytestCanaries } from './canaries';
import { detectAlone } from './detect/detect-alone';
import { fromFolder, type Clue, type DetectableFramework } from './framework';
import { isPythonTop, pythonIn } from './python-interpreter';
import { splitArguments, type ArgumentTable } from './runner-arguments';
import { joinPath } from './scripts/manifest';
import { programName } from './scripts/program';
import { pythonTests } from './test-files';

const TABLE: ArgumentTable = {
  valued: new Set(
    '-k -m -n -p -o -c -r -W --numprocesses --rootdir --confcutdir --ignore --ignore-glob --deselect --basetemp --maxfail --junitxml --junit-xml --junit-prefix --tb --durations --durations-min --color --capture --import-mode --override-ini --timeout --dist --log-level --log-cli-level --cov-config --cov-report --cov-fail-under --html --config-file --reruns --randomly-seed'.split(
      ' ',
    ),
  ),
  dropped:
    /^(-x|--exitfirst|--maxfail|--junit-?xml|--(no-)?cov(-.*)?|--lf|--last-failed|--ff|--failed-first|--nf|--new-first|--sw|--stepwise|--sw-skip|--cache-(show|clear)|--pdb|--pdbcls|--trace|--html|--snapshot-update|--collect-only|--co|--setup-(only|plan)|-h|--help)$/,
};

/** Files of settings that pytest reads, with what in them shows that they are meant for it. */
const CONFIG: readonly (readonly [string, RegExp])[] = [
  ['pytest.ini', /^/],
  ['.pytest.ini', /^/],
  ['pytest.toml', /^/],
  ['pyproject.toml', /^\s*\[tool\.pytest(\.ini_options)?\]/m],
  ['tox.ini', /^\s*\[pytest\]/m],
  ['setup.cfg', /^\s*\[tool:pytest\]/m],
];

async function pytestIn(
  project: ProjectFiles,
  folder: string,
  args: readonly string[] = [],
): Promise<PlannedCommand> {
  const { program, env } = await pythonIn(project, folder);
  return { argv: [program, '-m', 'pytest', ...args], env };
}

/** The arguments of a call of pytest, or undefined where the words are something else. */
function pytestArguments(words: readonly string[]): readonly string[] | undefined {
  const name = programName(words[0] ?? '');
  if (/^(pytest|py\.test|pytest\d|py)$/.test(name) && name !== 'py') return words.slice(1);
  const at = words.indexOf('-m');
  if (!/^(python[\d.]*|py)$/.test(name) || !/^(pytest|py\.test)$/.test(words[at + 1] ?? ''))
    return undefined;
  return words.slice(at + 2);
}

export const pytest: DetectableFramework = {
  id: 'pytest',
  clues: {
    language: 'python',
    inStep: async ({ words, env, folder }, project) => {
      const args = pytestArguments(words);
      if (!args) return undefined;
      const command = await pytestIn(project, folder, args);
      return {
        command: { ...command, env: { ...command.env, ...env } },
        reason: 'runs pytest',
      };
    },
    inConfig: async (project, folder): Promise<Clue | undefined> => {
      for (const [name, shows] of CONFIG) {
        const text = await project.read(joinPath(folder, name));
        if (text !== undefined && shows.test(text))
          return { command: await pytestIn(project, folder), reason: joinPath(folder, name) };
      }
      return undefined;
    },
    inFiles: async (project, folder) => {
      const first = pythonTests(project.files, folder)[0];
      if (!isPythonTop(project, folder) || first === undefined) return undefined;
      return {
        command: await pytestIn(project, folder),
        reason: `test files such as ${joinPath(folder, first)}`,
      };
    },
  },
  detect: (project, folder) => detectAlone(pytest, project, folder),
  command(plan, scope, reportFile) {
    const [python, ...words] = plan.command.argv;
    const given = splitArguments(words.slice(2), TABLE);
    const asked = [
      '-p',
      'no:cacheprovider',
      `--junitxml=${reportFile}`,
      '-o',
      'junit_family=xunit1',
      '--continue-on-collection-errors',
      scope.bail ? '--maxfail=1' : '--maxfail=0',
    ];
    const args =
      scope.kind === 'all'
        ? [...given.all, ...asked]
        : [...given.options, ...asked, ...scope.files.map((file) => fromFolder(plan.cwd, file))];
    return {
      command: {
        argv: [python, '-m', 'pytest', ...args],
        env: { ...plan.command.env, PYTHONDONTWRITEBYTECODE: '1' },
      },
      report: 'file',
    };
  },
  read: readPytest,
  canaries: pytestCanaries,
};
