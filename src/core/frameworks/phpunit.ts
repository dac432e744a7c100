import type { ProjectFiles } from '../api/framework';
import { readPhpUnit } from '../reports';
import { detectAlone } from './detect/detect-alone';
import { fromFolder, type DetectableFramework } from './framework';
import { splitArguments, type ArgumentTable } from './runner-arguments';
import { filesBelow } from './scripts/globs';
import { joinPath } from './scripts/manifest';
import { programName } from './scripts/program';

const TABLE: ArgumentTable = {
  valued: new Set(
    '-c --configuration --bootstrap --filter --group --exclude-group --testsuite --exclude-testsuite --include-path -d --order-by --random-order-seed --log-junit --log-teamcity --testdox-html --testdox-text --testdox-xml --coverage-clover --coverage-cobertura --coverage-crap4j --coverage-html --coverage-php --coverage-text --coverage-xml --coverage-filter --printer --cache-result-file --columns --test-suffix'.split(
      ' ',
    ),
  ),
  dropped:
    /^(--log-.*|--testdox(-.*)?|--coverage-.*|--printer|--colors|--columns|-v|--verbose|--debug|--stop-on-.*|--(do-not-)?cache-result(-file)?|--teamcity|--(no-)?progress|--no-output|--no-results|--list-.*)$/,
};

const CONFIG = ['phpunit.xml', 'phpunit.dist.xml', 'phpunit.xml.dist'];

/** Where composer puts the project's own PHPUnit. */
const OWN = 'vendor/bin/phpunit';

/** Index of the word that calls PHPUnit, by itself or through php; -1 for others. */
function runnerAt(words: readonly string[]): number {
  const isRunner = (word: string) => /^phpunit(\.phar)?$/.test(programName(word));
  if (isRunner(words[0] ?? '')) return 0;
  if (!/^php[\d.]*$/.test(programName(words[0] ?? ''))) return -1;
  return words.findIndex((word, index) => index > 0 && isRunner(word));
}

async function phpunitIn(project: ProjectFiles, folder: string, args: readonly string[]) {
  const own = await project.exists(joinPath(folder, OWN));
  const argv = own ? (['php', OWN] as const) : (['phpunit'] as const);
  return { argv: [...argv, ...args] as const, env: {} };
}

/** PHPUnit. It takes one file or folder at a time, so that more files than one are the whole suite. */
export const phpunit: DetectableFramework = {
  id: 'phpunit',
  clues: {
    language: 'php',
    inStep: ({ words, env }) =>
      Promise.resolve(
        runnerAt(words) < 0 ? undefined : { command: { argv: words, env }, reason: 'runs phpunit' },
      ),
    inConfig: async (project, folder) => {
      const found = CONFIG.map((name) => joinPath(folder, name)).find((path) =>
        project.files.includes(path),
      );
      return found === undefined
        ? undefined
        : { command: await phpunitIn(project, folder, []), reason: found };
    },
    inFiles: async (project, folder) => {
      const first = filesBelow(project.files, folder).find((file) =>
        /^(tests?|Tests?)\/(.*\/)?[^/]*Test\.php$/.test(file),
      );
      const [tests] = (first ?? '').split('/');
      if (first === undefined || tests === undefined) return undefined;
      const loads = await project.exists(joinPath(folder, 'vendor/autoload.php'));
      const bootstrap = loads ? ['--bootstrap', 'vendor/autoload.php'] : [];
      return {
        command: await phpunitIn(project, folder, [...bootstrap, tests]),
        reason: `test files such as ${joinPath(folder, first)}`,
      };
    },
  },
  detect: (project, folder) => detectAlone(phpunit, project, folder),
  command(plan, scope, reportFile) {
    const { argv, env } = plan.command;
    const at = runnerAt(argv);
    const [program, ...prefix] = argv.slice(0, at + 1);
    const given = splitArguments(argv.slice(at + 1), TABLE);
    const asked = ['--log-junit', reportFile, '--do-not-cache-result', '--no-coverage'];
    const [first, ...others] = scope.kind === 'all' ? [] : scope.files;
    const args =
      first === undefined || others.length > 0
        ? [...asked, ...given.all]
        : [...asked, ...given.options, fromFolder(plan.cwd, first)];
    return { command: { argv: [program ?? 'phpunit', ...prefix, ...args], env }, report: 'file' };
  },
  read: readPhpUnit,
};
