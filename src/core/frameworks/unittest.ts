import { join } from 'node:path';
import type { ProjectFiles } from '../api/framework';
import { readOwnLines } from '../reports';
import { detectAlone } from './detect/detect-alone';
import { foldersUpwards } from './detect/folders';
import { fromFolder, type Clue, type DetectableFramework } from './framework';
import { isPythonTop, pythonIn } from './python-interpreter';
import { splitArguments, type ArgumentTable } from './runner-arguments';
import { filesBelow } from './scripts/globs';
import { joinPath } from './scripts/manifest';
import { programName } from './scripts/program';
import { stepsOfCommand } from './scripts/steps';
import { unittestModules } from './test-files';

const TABLE: ArgumentTable = {
  valued: new Set(
    '-k -s --start-directory -p --pattern -t --top-level-directory --durations'.split(' '),
  ),
  dropped: /^(-f|--failfast|-v|--verbose|-q|--quiet|-c|--catch|--durations|--locals)$/,
};

/** Where a project says how its tests are run, besides package scripts. */
const SAYS_HOW =
  /^(Makefile|GNUmakefile|[jJ]ustfile|tox\.ini|setup\.cfg|pyproject\.toml|Pipfile|\.travis\.yml|\.gitlab-ci\.yml|\.github\/workflows\/[^/]+\.ya?ml)$/;
const CALLS_UNITTEST = /\bpython[\d.]*\s+-m\s+unittest\b(?:[^\n"'`;&|]|"[^"\n]*"|'[^'\n]*')*/;

/** Where a project would name pytest if it used it. */
const DECLARES =
  /^(pyproject\.toml|setup\.(py|cfg)|tox\.ini|Pipfile|noxfile\.py|[^/]*requirements[^/]*\.(txt|in)|requirements\/[^/]+|environment\.ya?ml|Makefile|conftest\.py|\.?pytest\.(ini|toml)|\.travis\.yml|\.gitlab-ci\.yml|\.github\/workflows\/[^/]+\.ya?ml)$/;

/** Test files read to find out what they are written for. */
const FILES_READ = 20;

async function matchingText(
  project: ProjectFiles,
  folder: string,
  names: RegExp,
  text: RegExp,
): Promise<readonly [string, string] | undefined> {
  for (const file of filesBelow(project.files, folder).filter((name) => names.test(name))) {
    const found = text.exec((await project.read(joinPath(folder, file))) ?? '');
    if (found) return [joinPath(folder, file), found[0]];
  }
  return undefined;
}

/** Whether the owner runs these tests with pytest, as far as the project shows it. */
async function usesPytest(project: ProjectFiles, folder: string): Promise<boolean> {
  for (const place of foldersUpwards(folder))
    if (await matchingText(project, place, DECLARES, /\bpytest\b/)) return true;
  if (project.files.includes(joinPath(folder, 'conftest.py'))) return true;
  const { environment } = await pythonIn(project, folder);
  if (environment === undefined) return false;
  const installed = ['bin/pytest', 'Scripts/pytest.exe'].map((path) =>
    project.exists(`${environment}/${path}`),
  );
  return (await Promise.all(installed)).includes(true);
}

/** Whether the test files need nothing but what Python brings. */
async function areUnittests(
  project: ProjectFiles,
  folder: string,
  files: readonly string[],
): Promise<boolean> {
  const texts = await Promise.all(
    files.slice(0, FILES_READ).map((file) => project.read(joinPath(folder, file))),
  );
  const tests = texts.filter((text) => /^\s*(async\s+)?def\s+test/m.test(text ?? ''));
  const foreign = /^\s*(import|from)\s+(pytest|django|nose)\b|^(async )?def test/m;
  return (
    tests.length > 0 &&
    tests.every((text) => /\bunittest\b/.test(text ?? '') && !foreign.test(text ?? ''))
  );
}

/** What unittest is to be given so that it finds all of these files, as their owner would. */
function discovery(files: readonly string[], all: readonly string[]): readonly string[] {
  const present = new Set(all);
  const folders = [...new Set(files.map((file) => file.split('/').slice(0, -1).join('/')))];
  const startOf = (folder: string): string => {
    let start = folder;
    while (start !== '' && present.has(`${start}/__init__.py`))
      start = start.split('/').slice(0, -1).join('/');
    return start;
  };
  const [start = '', ...others] = new Set(folders.map(startOf));
  if (others.length > 0) return [...files];
  return start === '' ? ['discover'] : ['discover', '-s', start];
}

async function unittestIn(project: ProjectFiles, folder: string, args: readonly string[]) {
  const { program, env } = await pythonIn(project, folder);
  return { argv: [program, '-m', 'unittest', ...args] as const, env };
}

/** The arguments of a call of unittest, or undefined where the words are something else. */
function unittestArguments(words: readonly string[]): readonly string[] | undefined {
  const at = words.indexOf('-m');
  const calls = /^(python[\d.]*|py)$/.test(programName(words[0] ?? ''));
  return calls && at > 0 && words[at + 1] === 'unittest' ? words.slice(at + 2) : undefined;
}

/**
 * Python's own framework, for projects that do not use pytest. `assets` holds a runner of ours, which
 * takes unittest's arguments and writes what became of each test.
 */
export function createUnittest(assets: string): DetectableFramework {
  const runner = join(assets, 'unittest_runner.py');
  const unittest: DetectableFramework = {
    id: 'unittest',
    clues: {
      language: 'python',
      inStep: async ({ words, env, folder }, project): Promise<Clue | undefined> => {
        const args = unittestArguments(words);
        if (!args) return undefined;
        const command = await unittestIn(project, folder, args);
        return {
          command: { ...command, env: { ...command.env, ...env } },
          reason: 'runs unittest',
        };
      },
      inConfig: async (project, folder) => {
        const found = await matchingText(project, folder, SAYS_HOW, CALLS_UNITTEST);
        if (!found || (await usesPytest(project, folder))) return undefined;
        const [file, text] = found;
        const [step] = await stepsOfCommand(project, folder, text);
        const args = step && unittestArguments(step.words);
        if (!args) return undefined;
        return { command: await unittestIn(project, folder, args), reason: `unittest in ${file}` };
      },
      inFiles: async (project, folder) => {
        const files = unittestModules(project.files, folder);
        const first = files[0];
        if (first === undefined || !isPythonTop(project, folder)) return undefined;
        if (!(await areUnittests(project, folder, files))) return undefined;
        if (await usesPytest(project, folder)) return undefined;
        const args = discovery(files, filesBelow(project.files, folder));
        return {
          command: await unittestIn(project, folder, args),
          reason: `tests of unittest such as ${joinPath(folder, first)}`,
        };
      },
    },
    detect: (project, folder) => detectAlone(unittest, project, folder),
    command(plan, scope, reportFile) {
      const [python, ...words] = plan.command.argv;
      const { all } = splitArguments(words.slice(2), TABLE);
      const only =
        scope.kind === 'all' ? [] : scope.files.map((file) => fromFolder(plan.cwd, file));
      return {
        command: {
          argv: [python, runner, reportFile, JSON.stringify(only), ...all],
          env: { ...plan.command.env, PYTHONDONTWRITEBYTECODE: '1' },
        },
        report: 'file',
      };
    },
    read: readOwnLines,
  };
  return unittest;
}
