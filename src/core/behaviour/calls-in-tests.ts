import type { Call } from '../api/behaviour';
import type { LanguageId } from '../api/language';
import { literalCalls } from '../syntax/literal-calls';
import type { Syntax } from '../syntax/syntax';

/** Test files read for them, and their length. */
const MAX_FILES = 5;
const MAX_LENGTH = 200_000;

/** The calls of a function that stand in test files with nothing but constants in them. */
export async function callsInTests(
  { languageOf, parse }: Pick<Syntax, 'languageOf' | 'parse'>,
  { callee, language }: { readonly callee: string; readonly language: LanguageId },
  files: readonly string[],
  read: (path: string) => Promise<string | undefined>,
): Promise<readonly Call[]> {
  const calls: Call[] = [];
  for (const path of files.slice(0, MAX_FILES)) {
    const written = languageOf(path);
    if (!written || (written === 'python') !== (language === 'python')) continue;
    const text = await read(path);
    if (text === undefined || text.length > MAX_LENGTH) continue;
    const name = callee.split('.').at(-1) ?? callee;
    calls.push(...(await parse(text, written, (root) => literalCalls(root, name))));
  }
  return calls;
}
