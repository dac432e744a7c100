import type { ProjectFiles } from '../../api/framework';
import { expandWildcard, filesBelow, globPattern, isGlob } from './globs';
import { joinPath, readManifest } from './manifest';
import { programName } from './program';
import { scriptCall, type ScriptCall } from './script-calls';
import { parseScript, type ShellCommand, type ShellWord } from './shell';
import { unwrap } from './wrappers';

/** One program call of a script, with everything around it resolved. */
export interface Step {
  readonly words: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  /** Folder it runs in, relative to the snapshot's root. */
  readonly folder: string;
  /** Name of the innermost script that holds it. */
  readonly script: string;
}

interface Context {
  readonly project: ProjectFiles;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly script: string;
  /** Scripts on the way here, so that one that calls itself ends. */
  readonly visited: readonly string[];
}

/** The calls that a package script makes, in order, through every script that it runs. */
export async function stepsOfScript(
  project: ProjectFiles,
  folder: string,
  script: string,
): Promise<readonly Step[]> {
  return stepsOfCall(
    { scripts: [script], extra: [] },
    { project, folder, env: {}, script: '', visited: [] },
  );
}

/** The calls that a command typed in this folder makes. */
export function stepsOfCommand(
  project: ProjectFiles,
  folder: string,
  command: string,
): Promise<readonly Step[]> {
  return stepsOfText(command, { project, folder, env: {}, script: '', visited: [] });
}

async function stepsOfText(text: string, context: Context): Promise<readonly Step[]> {
  const steps: Step[] = [];
  let { folder, env } = context;
  for (const command of parseScript(text, env)) {
    if (command.after === '||' || command.after === '|') continue;
    const words = expandWords(command, context.project, folder);
    const [first, second] = words;
    if (first === 'cd' && second !== undefined) folder = joinPath(folder, second);
    else if (first === 'export' || first === 'set')
      env = { ...env, ...(unwrap(words.slice(1))?.env ?? {}) };
    else steps.push(...(await stepsOfWords(words, { ...context, folder, env })));
  }
  return steps;
}

async function stepsOfWords(given: readonly string[], context: Context): Promise<readonly Step[]> {
  let words = given;
  let env = context.env;
  for (;;) {
    const call = scriptCall(words);
    if (call) {
      const manifest = await readManifest(
        context.project,
        joinPath(context.folder, call.folder ?? ''),
      );
      const known = call.scripts.some((name) => manifest?.scripts[name] !== undefined);
      if (known || !call.program) return stepsOfCall(call, { ...context, env });
      words = call.program;
      continue;
    }
    const nested = nestedCommands(words, context);
    if (nested) {
      const steps = await Promise.all(nested.map((text) => stepsOfText(text, { ...context, env })));
      return steps.flat();
    }
    const inner = unwrap(words);
    if (!inner) break;
    words = inner.words;
    env = { ...env, ...inner.env };
  }
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const program = bareProgram(first);
  return [{ words: [program, ...rest], env, folder: context.folder, script: context.script }];
}

/** A program of node_modules by its name, which the path finds from every folder of a monorepo. */
function bareProgram(word: string): string {
  return /(?:^|\/)node_modules\/\.bin\/([^/]+)$/.exec(word)?.[1] ?? word;
}

/** The scripts of a call with their `pre` scripts; what the call adds goes to the last program. */
async function stepsOfCall(call: ScriptCall, context: Context): Promise<readonly Step[]> {
  const folder = joinPath(context.folder, call.folder ?? '');
  const manifest = await readManifest(context.project, folder);
  const steps: Step[] = [];
  for (const pattern of call.scripts) {
    const names = Object.keys(manifest?.scripts ?? {}).filter(matcher(pattern));
    for (const name of names.flatMap((found) => [`pre${found}`, found])) {
      const text = manifest?.scripts[name];
      const key = `${folder}\0${name}`;
      if (text === undefined || context.visited.includes(key)) continue;
      const visited = [...context.visited, key];
      const inner = await stepsOfText(text, { ...context, folder, script: name, visited });
      steps.push(...inner);
    }
  }
  return appendToLast(steps, call.extra);
}

/** `test:*` of npm-run-all matches one level, `test:**` all of them. */
function matcher(pattern: string): (name: string) => boolean {
  if (!pattern.includes('*')) return (name) => name === pattern;
  const expression = globPattern(pattern.replaceAll(':', '/'));
  return (name) => expression.test(name.replaceAll(':', '/'));
}

function appendToLast(steps: readonly Step[], extra: readonly string[]): readonly Step[] {
  const last = steps.at(-1);
  if (!last || extra.length === 0) return steps;
  return [...steps.slice(0, -1), { ...last, words: [...last.words, ...extra] }];
}

/** Commands that are given to another program as text, or with the files they are to be run on. */
function nestedCommands(words: readonly string[], context: Context): readonly string[] | undefined {
  const [first = '', second = ''] = words;
  const name = programName(first);
  if (/^(sh|bash)$/.test(name) && second === '-c') return words.slice(2, 3);
  if (name === 'npx' && second === '-c') return words.slice(2, 3);
  if (name === 'concurrently') return words.slice(1).filter((word) => /\s/.test(word));
  if (name !== 'glob' || !/^(-c|--cmd)$/.test(second)) return undefined;
  const files = filesBelow(context.project.files, context.folder);
  const found = words
    .slice(3)
    .flatMap((pattern) =>
      isGlob(pattern) ? files.filter((file) => globPattern(pattern).test(file)) : [pattern],
    );
  return [`${words[2] ?? ''} ${found.map((file) => `'${file}'`).join(' ')}`];
}

function expandWords(
  { words }: ShellCommand,
  project: ProjectFiles,
  folder: string,
): readonly string[] {
  return words.flatMap(({ text, wildcard }: ShellWord) =>
    wildcard && !text.includes('=')
      ? expandWildcard(text, filesBelow(project.files, folder))
      : [text],
  );
}
