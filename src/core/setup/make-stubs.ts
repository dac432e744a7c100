import type { Stub } from '../api/audit';
import type { LanguageId } from '../api/language';
import type { Task } from '../api/task';
import type { Syntax } from '../syntax/syntax';

/** The selected code as stubs and mutants are made of it. */
export interface Selection {
  readonly syntax: Syntax;
  readonly task: Task;
  /** Complete text of the task's file. */
  readonly text: string;
  /** Undefined for a language without a grammar, of which nothing can be made. */
  readonly language: LanguageId | undefined;
  readonly seed: number;
}

/** Values taken from the tests, at most: a task that needs more is not guessed. */
const MAX_GUESSES = 4;

/** Test files read for them, and their length. */
const MAX_FILES = 5;
const MAX_LENGTH = 200_000;

/** Trivial bodies: what the tests compare with, then the usual constants. */
export async function makeStubs(
  selection: Selection,
  tests: readonly string[],
  read: (path: string) => Promise<string | undefined>,
): Promise<readonly Stub[]> {
  const { syntax, task, text, language } = selection;
  if (!language) return [];
  const guesses: string[] = [];
  for (const path of tests.slice(0, MAX_FILES))
    guesses.push(...(await valuesIn(selection, path, await read(path))));
  const stubs = await syntax.stubs(
    text,
    language,
    task.range,
    [...new Set(guesses)].slice(0, MAX_GUESSES),
  );
  return stubs.map((stub) => ({
    name: stub.name,
    patch: { changes: [{ path: task.file, before: text, after: stub.text }] },
  }));
}

async function valuesIn(
  { syntax, task, language }: Selection,
  path: string,
  text: string | undefined,
): Promise<readonly string[]> {
  const written = syntax.languageOf(path);
  const speaksAlike = (written === 'python') === (language === 'python');
  if (!written || !speaksAlike || text === undefined || text.length > MAX_LENGTH) return [];
  const symbol = task.symbol?.split('.').at(-1);
  return syntax.expectedValues(text, written, symbol);
}
