import type { PlannedCommand, ProjectFiles } from '../api/framework';
import { readRSpec } from '../reports';
import { detectAlone } from './detect/detect-alone';
import { foldersUpwards } from './detect/folders';
import { call, fromFolder, type DetectableFramework } from './framework';
import { splitArguments, type ArgumentTable } from './runner-arguments';
import { filesBelow } from './scripts/globs';
import { joinPath } from './scripts/manifest';
import { programName } from './scripts/program';

const TABLE: ArgumentTable = {
  valued: new Set(
    '-I -r --require -O --options --order --seed -e --example -E --example-matches -t --tag -P --pattern --exclude-pattern --default-path --failure-exit-code --error-exit-code -f --format -o --out --deprecation-out'.split(
      ' ',
    ),
  ),
  dropped:
    /^(-f|--format|-o|--out|--(no-)?fail-fast|--(force-|no-)?colou?r|-c|--(no-)?profile|-p|--dry-run|--only-failures|-n|--next-failure|--bisect|-b|--backtrace|--deprecation-out)$/,
};

/** Index of the word that calls RSpec: by itself, through bundler or through ruby; -1 for others. */
function runnerAt(words: readonly string[]): number {
  const names = words.slice(0, 4).map((word) => programName(word));
  if (names[0] === 'rspec') return 0;
  if (names[0] === 'bundle' && names[1] === 'exec' && names[2] === 'rspec') return 2;
  return names[0] === 'ruby' && names[1] === 'rspec' ? 1 : -1;
}

/** Through bundler where the project has pinned its gems, as its owner would. */
async function rspecIn(project: ProjectFiles, folder: string): Promise<PlannedCommand> {
  for (const place of foldersUpwards(folder))
    if ((await project.read(joinPath(place, 'Gemfile.lock')))?.includes('rspec-core'))
      return call('bundle', 'exec', 'rspec');
  return call('rspec');
}

/** RSpec. A file that does not load keeps it from running any example; then that is what it reports. */
export const rspec: DetectableFramework = {
  id: 'rspec',
  clues: {
    language: 'ruby',
    inStep: ({ words, env }) =>
      Promise.resolve(
        runnerAt(words) < 0 ? undefined : { command: { argv: words, env }, reason: 'runs rspec' },
      ),
    inConfig: async (project, folder) => {
      for (const name of ['.rspec', 'spec/spec_helper.rb'].map((path) => joinPath(folder, path)))
        if (project.files.includes(name))
          return { command: await rspecIn(project, folder), reason: name };
      return undefined;
    },
    inFiles: async (project, folder) => {
      const first = filesBelow(project.files, folder).find((file) =>
        /^spec\/.*_spec\.rb$/.test(file),
      );
      if (first === undefined) return undefined;
      return {
        command: await rspecIn(project, folder),
        reason: `test files such as ${joinPath(folder, first)}`,
      };
    },
  },
  detect: (project, folder) => detectAlone(rspec, project, folder),
  command(plan, scope, reportFile) {
    const { argv, env } = plan.command;
    const at = runnerAt(argv);
    const [program, ...prefix] = argv.slice(0, at + 1);
    const given = splitArguments(argv.slice(at + 1), TABLE);
    const asked = ['--format', 'json', '--out', reportFile, '--no-color', '--no-fail-fast'];
    const args =
      scope.kind === 'all'
        ? [...asked, ...given.all]
        : [...asked, ...given.options, ...scope.files.map((file) => fromFolder(plan.cwd, file))];
    return { command: { argv: [program ?? 'rspec', ...prefix, ...args], env }, report: 'file' };
  },
  read: readRSpec,
};
