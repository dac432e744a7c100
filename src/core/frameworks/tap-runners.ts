import type { ProjectFiles } from '../api/framework';
import { call, type Clue } from './framework';
import { joinPath, readManifest } from './scripts/manifest';
import { programName, runnerIndex, scriptIndex } from './scripts/program';
import type { Step } from './scripts/steps';
import { scriptTests } from './test-files';

/** Runners without a framework of their own here that print TAP, with the option that makes them. */
const TAP_OPTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ava', ['--tap']],
  ['tape', []],
  ['tap', ['--reporter=tap']],
  ['qunit', ['--reporter', 'tap']],
]);

const DROPPED =
  /^(--watch|-w|--tap|-t|--verbose|-v|--fail-fast|-u|--update-snapshots|--coverage|--no-coverage|--reporter=.*|-R.*)$/;

/** Libraries whose tests print TAP when their file is run by node. */
const PRINTS_TAP =
  /(?:from\s+|require\(\s*|import\s+)['"`](?:tape|tap|tape-catch|tape-promise|zora|tapzero|test-tap|brittle|pta)(?:\/[^'"`]*)?['"`]/;

/** Settings of a runner that prints TAP: `ava.config.js`, the `ava` or `tap` field, `.taprc`. */
export async function tapConfig(project: ProjectFiles, folder: string): Promise<Clue | undefined> {
  const manifest = await readManifest(project, folder);
  const found = project.files.find((file) =>
    ['ava.config.js', 'ava.config.cjs', 'ava.config.mjs', '.taprc']
      .map((name) => joinPath(folder, name))
      .includes(file),
  );
  const name = found?.endsWith('.taprc') ? 'tap' : 'ava';
  if (found !== undefined) return tapClueOf(name, found);
  const field = ['ava', 'tap'].find((key) => manifest?.fields[key] !== undefined);
  return field === undefined ? undefined : tapClueOf(field, `the ${field} field of package.json`);
}

/** A runner among the dependencies, with test files. */
export async function tapFiles(project: ProjectFiles, folder: string): Promise<Clue | undefined> {
  const manifest = await readManifest(project, folder);
  const name = ['ava', 'tap'].find((each) => manifest?.dependencies.has(each));
  if (name === undefined || scriptTests(project.files, folder).length === 0) return undefined;
  return tapClueOf(name, `${name} among the dependencies`);
}

function tapClueOf(name: string, reason: string): Clue {
  return { command: call(name, ...(TAP_OPTIONS.get(name) ?? [])), reason, reportFormat: 'tap' };
}

/** A step that prints TAP, or can be asked to. */
export async function tapClue(step: Step, project: ProjectFiles): Promise<Clue | undefined> {
  const { words, env } = step;
  const at = runnerIndex(words, new Set(TAP_OPTIONS.keys()));
  if (at >= 0) {
    const [program, ...rest] = words.filter((word, index) => index <= at || !DROPPED.test(word));
    const name = programName(words[at] ?? '');
    return {
      command: { argv: [program ?? name, ...rest, ...(TAP_OPTIONS.get(name) ?? [])], env },
      reason: `runs ${name}`,
      reportFormat: 'tap',
    };
  }
  const entry = words[scriptIndex(words)];
  const text = entry && (await project.read(joinPath(step.folder, entry)));
  if (!text || !PRINTS_TAP.test(text)) return undefined;
  return {
    command: { argv: words, env },
    reason: `runs ${entry}, which prints TAP`,
    reportFormat: 'tap',
  };
}
