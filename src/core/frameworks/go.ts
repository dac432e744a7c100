import type { ProjectFiles } from '../api/framework';
import { readGoTest } from '../reports';
import { detectAlone } from './detect/detect-alone';
import { foldersUpwards } from './detect/folders';
import { fromFolder, type DetectableFramework } from './framework';
import { splitArguments, type ArgumentTable } from './runner-arguments';
import { joinPath } from './scripts/manifest';
import { programName } from './scripts/program';

const TABLE: ArgumentTable = {
  valued: new Set(
    '-run -skip -bench -benchtime -count -coverprofile -covermode -coverpkg -cpu -fuzz -fuzztime -list -parallel -p -tags -timeout -exec -o -shuffle -vet -mod -modfile -overlay -ldflags -gcflags -asmflags -buildmode -outputdir -cpuprofile -memprofile -blockprofile -mutexprofile -trace -C'.split(
      ' ',
    ),
  ),
  dropped:
    /^--?(v|json|count|cover|coverprofile|covermode|coverpkg|bench|benchtime|benchmem|fuzz|fuzztime|failfast|c|o|i|n|x|cpu|shuffle|list|trace|outputdir|C|(cpu|mem|block|mutex)profile.*)$/,
};

/** A module that is not at hand is an error at once, never a download. */
const ENVIRONMENT = { GOPROXY: 'off' };

/** Import path of the package in a folder, by the go.mod around it. */
async function packagePath(project: ProjectFiles, folder: string): Promise<string | undefined> {
  for (const place of foldersUpwards(folder)) {
    const text = await project.read(joinPath(place, 'go.mod'));
    const module = /^module\s+"?([^\s"]+)/m.exec(text ?? '')?.[1];
    if (module !== undefined) return joinPath(module, folder.slice(place.length));
  }
  return undefined;
}

/** Clue fields that are only there when known. */
async function placeOf(project: ProjectFiles, folder: string) {
  const path = await packagePath(project, folder);
  return path === undefined ? {} : { packagePath: path };
}

/** Go's own tests, a whole package at a time: the smallest unit that it can be asked for. */
export const go: DetectableFramework = {
  id: 'go',
  clues: {
    language: 'go',
    inStep: async ({ words, env, folder }, project) =>
      programName(words[0]) === 'go' && words[1] === 'test'
        ? {
            command: { argv: words, env: { ...ENVIRONMENT, ...env } },
            reason: 'runs go test',
            ...(await placeOf(project, folder)),
          }
        : undefined,
    inConfig: async (project, folder) => {
      const path = joinPath(folder, 'go.mod');
      if (!project.files.includes(path)) return undefined;
      return {
        command: { argv: ['go', 'test', './...'], env: ENVIRONMENT },
        reason: path,
        ...(await placeOf(project, folder)),
      };
    },
    inFiles: () => Promise.resolve(undefined),
  },
  detect: (project, folder) => detectAlone(go, project, folder),
  command(plan, scope) {
    const { argv, env } = plan.command;
    const [program, ...words] = argv;
    const end = words.indexOf('-args');
    const [own, handedOn] = end < 0 ? [words, []] : [words.slice(0, end), words.slice(end)];
    const given = splitArguments(own.slice(1), TABLE);
    const packages =
      scope.kind === 'all'
        ? given.files
        : scope.files.map(
            (folder) => `./${folder === plan.cwd ? '' : fromFolder(plan.cwd, folder)}`,
          );
    return {
      command: {
        argv: [program, 'test', '-json', '-count=1', ...given.options, ...packages, ...handedOn],
        env,
      },
      report: 'stdout',
    };
  },
  read: readGoTest,
};
