import type { PlannedCommand, ProjectFiles } from '../api/framework';
import { readMochaJson } from '../reports';
import { mochaCanaries } from './canaries';
import { detectAlone } from './detect/detect-alone';
import { fromFolder, type DetectableFramework } from './framework';
import { loaderFor } from './typescript-loader';
import { splitArguments, type ArgumentTable } from './runner-arguments';
import { joinPath, readManifest } from './scripts/manifest';
import { runnerIndex } from './scripts/program';
import { scriptTests } from './test-files';

const NAMES = new Set(['mocha', '_mocha', 'ts-mocha', 'lts-mocha']);

const TABLE: ArgumentTable = {
  valued: new Set(
    '-r --require --import --loader -R --reporter -O --reporter-option --reporter-options -t --timeout --timeouts -s --slow -g --grep -f --fgrep -u --ui --config --package --extension --ext --exclude --ignore --file --spec --retries -j --jobs -n --node-option --watch-files --watch-ignore --global --globals -p --project --env-file --conditions -C --max-old-space-size --experimental-loader --tsconfig'.split(
      ' ',
    ),
  ),
  dropped:
    /^(-w|--watch|--watch-files|--watch-ignore|-R|--reporter|-O|--reporter-options?|-b|--(no-)?bail|-G|--growl|--inspect(-brk)?|--dry-run|--list-(files|interfaces|reporters)|--pass-on-failing-test-suite)$/,
};

const CONFIG = [
  '.mocharc.js',
  '.mocharc.cjs',
  '.mocharc.mjs',
  '.mocharc.yaml',
  '.mocharc.yml',
  '.mocharc.jsonc',
  '.mocharc.json',
  'test/mocha.opts',
];

/** Mocha with the files that its own default (`./test/*.js`) would miss. */
async function mochaWithFiles(project: ProjectFiles, folder: string): Promise<PlannedCommand> {
  const tests = scriptTests(project.files, folder);
  const loader = await loaderFor(project, folder, tests);
  return { argv: ['mocha', ...loader, ...tests], env: {} };
}

export const mocha: DetectableFramework = {
  id: 'mocha',
  clues: {
    language: 'javascript',
    inStep: ({ words, env }) =>
      Promise.resolve(
        runnerIndex(words, NAMES) < 0
          ? undefined
          : { command: { argv: words, env }, reason: 'runs mocha' },
      ),
    inConfig: async (project, folder) => {
      const manifest = await readManifest(project, folder);
      const file = CONFIG.find((name) => project.files.includes(joinPath(folder, name)));
      const found =
        file ?? (manifest?.fields['mocha'] ? 'the mocha field of package.json' : undefined);
      if (found === undefined) return undefined;
      const text =
        file === undefined
          ? JSON.stringify(manifest?.fields['mocha'])
          : await project.read(joinPath(folder, file));
      const command: PlannedCommand =
        file === 'test/mocha.opts' || /\bspec\b/.test(text ?? '')
          ? { argv: ['mocha'], env: {} }
          : await mochaWithFiles(project, folder);
      return { command, reason: found };
    },
    inFiles: async (project, folder) => {
      const manifest = await readManifest(project, folder);
      if (!manifest?.dependencies.has('mocha')) return undefined;
      if (scriptTests(project.files, folder).length === 0) return undefined;
      return {
        command: await mochaWithFiles(project, folder),
        reason: 'mocha among the dependencies',
      };
    },
  },
  detect: (project, folder) => detectAlone(mocha, project, folder),
  command(plan, scope, reportFile) {
    const { argv, env } = plan.command;
    const at = runnerIndex(argv, NAMES);
    const [program, ...prefix] = argv.slice(0, at + 1);
    const given = splitArguments(argv.slice(at + 1), TABLE);
    const asked = [
      '--reporter',
      'json',
      '-O',
      `output=${reportFile}`,
      scope.bail ? '--bail' : '--no-bail',
    ];
    const options = without(given.options, '--spec');
    const args =
      scope.kind === 'all'
        ? [...asked, ...given.all]
        : [...asked, ...options, ...scope.files.map((file) => fromFolder(plan.cwd, file))];
    return { command: { argv: [program ?? 'mocha', ...prefix, ...args], env }, report: 'file' };
  },
  read: readMochaJson,
  canaries: mochaCanaries,
};

/** The options without one that takes a value. */
function without(options: readonly string[], name: string): readonly string[] {
  return options.filter(
    (word, at) => word !== name && !word.startsWith(`${name}=`) && options[at - 1] !== name,
  );
}
