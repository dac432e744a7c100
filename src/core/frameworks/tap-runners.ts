import type { ProjectFiles } from '../api/framework';
import type { Clue } from './framework';
import { joinPath } from './scripts/manifest';
import { programName, runnerIndex, scriptIndex } from './scripts/program';
import type { Step } from './scripts/steps';

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
