import { join } from 'node:path';
import type { ProjectFiles } from '../api/framework';
import { readNodeTest } from '../reports';
import { nodeTestCanaries } from './canaries';
import { detectAlone } from './detect/detect-alone';
import { fromFolder, type DetectableFramework } from './framework';
import { splitArguments, type ArgumentTable } from './runner-arguments';
import { filesBelow, globPattern, isGlob } from './scripts/globs';
import { joinPath } from './scripts/manifest';
import { isInterpreter, NODE_VALUE_OPTIONS, programName, scriptIndex } from './scripts/program';
import type { Step } from './scripts/steps';
import { scriptTests } from './test-files';
import { loaderFor } from './typescript-loader';

const TABLE: ArgumentTable = {
  valued: NODE_VALUE_OPTIONS,
  dropped:
    /^(--test-reporter|--test-reporter-destination|--watch|--watch-path|--watch-preserve-output|--experimental-test-coverage|--test-coverage-.*|--test-update-snapshots|--inspect(-brk|-wait)?|--test-shard|--test-rerun-failures)$/,
};

const USES_RUNNER = /['"`]node:test['"`]/;
/** A script that starts the runner itself has a reporter of its own. */
const STARTS_RUNNER = /\{[^}]*\brun\b[^}]*\}\s*(=|from)[^\n]*node:test/;

/** What borp, a front of node:test, takes where it is given no files. */
const BORP_DEFAULT = '**/*.test.{js,mjs,cjs,ts,mts,cts}';

/** Test files read to find out whether they use node:test. */
const FILES_READ = 20;

/** Patterns become files here: Node before 21 takes only files and folders. */
function expandGlobs(words: readonly string[], files: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    if (word.startsWith('-') || !isGlob(word)) return [word];
    const expression = globPattern(word);
    const found = files.filter((file) => expression.test(file) && !file.includes('node_modules/'));
    return found.length > 0 ? found : [word];
  });
}

/** `node --test` over these files, with what it takes to load them. */
async function nodeOver(project: ProjectFiles, folder: string, tests: readonly string[]) {
  const loader = await loaderFor(project, folder, tests);
  return { argv: ['node', ...loader, '--test', ...tests] as const, env: {} };
}

async function runsDirectly({ words, folder }: Step, project: ProjectFiles): Promise<boolean> {
  const at = scriptIndex(words);
  if (at < 0) return false;
  const text = await project.read(joinPath(folder, words[at] ?? ''));
  return text !== undefined && USES_RUNNER.test(text) && !STARTS_RUNNER.test(text);
}

/** The framework with its reporter, a file among Winnow's assets. */
export function createNodeTest(assets: string): DetectableFramework {
  const reporter = join(assets, 'node-test-reporter.mjs');
  const nodeTest: DetectableFramework = {
    id: 'node:test',
    clues: {
      language: 'javascript',
      inStep: async (step, project) => {
        const { words, env, folder } = step;
        const below = filesBelow(project.files, folder);
        const [program, ...args] = words;
        const reason = 'runs node:test';
        if (programName(program) === 'borp') {
          const { files } = splitArguments(args, TABLE);
          const tests = expandGlobs(files.length > 0 ? files : [BORP_DEFAULT], below);
          const { argv } = await nodeOver(project, folder, tests);
          return { command: { argv, env }, reason };
        }
        const tests = isInterpreter(program) && args.includes('--test');
        if (!tests && !(await runsDirectly(step, project))) return undefined;
        return { command: { argv: [program, ...expandGlobs(args, below)], env }, reason };
      },
      inConfig: () => Promise.resolve(undefined),
      inFiles: async (project, folder) => {
        const isTop = folder === '' || project.files.includes(joinPath(folder, 'package.json'));
        if (!isTop) return undefined;
        const tests = scriptTests(project.files, folder);
        const texts = await Promise.all(
          tests.slice(0, FILES_READ).map((file) => project.read(joinPath(folder, file))),
        );
        const using = texts.filter((text) => USES_RUNNER.test(text ?? '')).length;
        if (using === 0 || using * 2 < texts.length) return undefined;
        return {
          command: await nodeOver(project, folder, tests),
          reason: 'test files that use node:test',
        };
      },
    },
    detect: (project, folder) => detectAlone(nodeTest, project, folder),
    command(plan, scope, reportFile) {
      const { argv, env } = plan.command;
      const [program, ...args] = argv;
      const asked = [`--test-reporter=${reporter}`, `--test-reporter-destination=${reportFile}`];
      if (!args.includes('--test')) {
        const at = scriptIndex(argv);
        const given = splitArguments(argv.slice(1, at), TABLE);
        return {
          command: { argv: [program, ...given.all, ...asked, ...argv.slice(at)], env },
          report: 'file',
        };
      }
      const { options, files } = splitArguments(args, TABLE);
      const chosen =
        scope.kind === 'all' ? files : scope.files.map((file) => fromFolder(plan.cwd, file));
      return { command: { argv: [program, ...options, ...asked, ...chosen], env }, report: 'file' };
    },
    read: readNodeTest,
    canaries: nodeTestCanaries,
  };
  return nodeTest;
}
