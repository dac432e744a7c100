import type { ProjectFiles } from '../api/framework';
import { readJestJson } from '../reports';
import { call, fromFolder, type Clue, type DetectableFramework } from './framework';
import { jestCanaries } from './canaries';
import { detectAlone } from './detect/detect-alone';
import { splitArguments, type ArgumentTable } from './runner-arguments';
import { joinPath, readManifest } from './scripts/manifest';
import { programName, runnerIndex } from './scripts/program';
import { scriptTests } from './test-files';

const NAMES = new Set(['jest', 'jest-cli']);

/** Programs that hand their arguments on to jest, with the subcommand that does so. */
const FRONTS: Readonly<Record<string, string>> = {
  'react-scripts': 'test',
  'react-app-rewired': 'test',
  craco: 'test',
  'wp-scripts': 'test-unit-js',
  tsdx: 'test',
  dts: 'test',
  'kcd-scripts': 'test',
  'vue-cli-service': 'test:unit',
};

const TABLE: ArgumentTable = {
  valued: new Set(
    '-c --config -t --testNamePattern --rootDir --testTimeout --env --maxWorkers -w --outputFile --changedSince --shard --seed --cacheDirectory --maxConcurrency --testRunner --resolver --globals --transform --testEnvironment --coverageDirectory --coverageProvider --testResultsProcessor --moduleNameMapper --preset --coverageThreshold --runner --testSequencer --globalSetup --globalTeardown --filter --workerIdleMemoryLimit --workerThreads'.split(
      ' ',
    ),
  ),
  variadic: new Set(
    '--projects --reporters --selectProjects --ignoreProjects --setupFiles --setupFilesAfterEnv --roots --testMatch --testPathIgnorePatterns --coverageReporters --collectCoverageFrom --moduleDirectories --moduleFileExtensions --snapshotSerializers --testRegex --modulePathIgnorePatterns'.split(
      ' ',
    ),
  ),
  dropped:
    /^(--watch.*|--(no-?)?coverage.*|--collectCoverage.*|--reporters|--json|--outputFile|--ci|-i|--runInBand|-w|--maxWorkers|-b|--bail|--notify.*|-o|--onlyChanged|--changedSince|--lastCommit|-f|--onlyFailures|-u|--updateSnapshot|--detectOpenHandles|--silent|--verbose|--testResultsProcessor|--testLocationInResults|--shard|--runTestsByPath|--useStderr|--listTests|--showConfig)$/,
};

/** Index of the last word before jest's own arguments, or -1. */
function prefixEnd(words: readonly string[]): number {
  const at = runnerIndex(words, NAMES);
  if (at >= 0) return at;
  const front = runnerIndex(words, new Set(Object.keys(FRONTS)));
  const subcommand = FRONTS[programName(words[front] ?? '')];
  return front >= 0 && words[front + 1] === subcommand ? front + 1 : -1;
}

async function configFile(project: ProjectFiles, folder: string): Promise<string | undefined> {
  const name = project.files.find(
    (file) =>
      /^jest\.config\.([cm]?[jt]s|json)$/.test(file.slice(folder === '' ? 0 : folder.length + 1)) &&
      file === joinPath(folder, file.split('/').at(-1) ?? ''),
  );
  if (name !== undefined) return name;
  const manifest = await readManifest(project, folder);
  return manifest?.fields['jest'] === undefined ? undefined : 'the jest field of package.json';
}

export const jest: DetectableFramework = {
  id: 'jest',
  clues: {
    language: 'javascript',
    inStep: ({ words, env }) => {
      const clue: Clue = {
        command: { argv: words, env },
        reason: 'runs jest',
      };
      return Promise.resolve(prefixEnd(words) < 0 ? undefined : clue);
    },
    inConfig: async (project, folder) => {
      const found = await configFile(project, folder);
      return found === undefined ? undefined : { command: call('jest'), reason: found };
    },
    inFiles: async (project, folder) => {
      const manifest = await readManifest(project, folder);
      if (scriptTests(project.files, folder).length === 0) return undefined;
      if (manifest?.dependencies.has('react-scripts'))
        return {
          command: call('react-scripts', 'test'),
          reason: 'react-scripts among the dependencies',
        };
      return manifest?.dependencies.has('jest')
        ? { command: call('jest'), reason: 'jest among the dependencies' }
        : undefined;
    },
  },
  detect: (project, folder) => detectAlone(jest, project, folder),
  command(plan, scope, reportFile) {
    const { argv, env } = plan.command;
    const at = prefixEnd(argv);
    const [program, ...prefix] = argv.slice(0, at + 1);
    const given = splitArguments(argv.slice(at + 1), TABLE);
    const asked = [
      '--json',
      `--outputFile=${reportFile}`,
      '--ci',
      '-i',
      '--coverage=false',
      '--bail=0',
      '--watchAll=false',
    ];
    const args =
      scope.kind === 'all'
        ? [...given.all, ...asked]
        : [
            ...given.options,
            ...asked,
            '--runTestsByPath',
            ...scope.files.map((file) => fromFolder(plan.cwd, file)),
          ];
    return {
      // CI keeps react-scripts from watching and every version from writing snapshots.
      command: { argv: [program ?? 'jest', ...prefix, ...args], env: { CI: 'true', ...env } },
      report: 'file',
    };
  },
  read: readJestJson,
  canaries: jestCanaries,
};
