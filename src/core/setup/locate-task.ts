import type { LanguageId } from '../api/language';
import type { RunSettings } from '../api/settings';
import type { Snapshot } from '../api/snapshot';
import type { LineRange, Task } from '../api/task';
import type { Syntax } from '../syntax/syntax';
import { HumanError } from '../util/human-error';
import { pathInSnapshot } from './path-in-snapshot';

/** Where the selection is, and what is asked of it. */
type Place = Pick<RunSettings, 'file' | 'range' | 'symbol' | 'instruction'>;

export interface LocatedTask {
  readonly task: Task;
  readonly text: string;
  readonly language: LanguageId | undefined;
}

/** Finds the selection in the snapshot; throws a HumanError if there is no such file or symbol. */
export async function locateTask(
  settings: Place,
  snapshot: Snapshot,
  syntax: Syntax,
): Promise<LocatedTask> {
  const file = await pathInSnapshot(settings.file, snapshot.root);
  const text = await snapshot.read(file);
  if (text === undefined)
    throw new HumanError(
      `${settings.file} is not a text file of ${snapshot.root}. Check the path, or name the project with --workspace.`,
    );
  const language = syntax.languageOf(file);
  const range = await rangeOf(settings, text, language, syntax);
  const symbol =
    settings.symbol ??
    (language && (await syntax.enclosingFunction(text, language, range.first))?.name);
  const { instruction } = settings;
  return {
    task: {
      file,
      range,
      ...(symbol !== undefined && { symbol }),
      ...(instruction !== undefined && instruction.trim() !== '' && { instruction }),
    },
    text,
    language,
  };
}

async function rangeOf(
  { range, symbol, file }: Place,
  text: string,
  language: LanguageId | undefined,
  syntax: Syntax,
): Promise<LineRange> {
  const lines = text.replace(/\r?\n$/, '').split('\n').length;
  if (symbol !== undefined) return rangeOfSymbol(symbol, file, text, language, syntax);
  if (!range) return { first: 1, last: lines };
  if (range.last > lines)
    throw new HumanError(
      `${file} has ${lines} lines, so ${range.first}-${range.last} is not in it.`,
    );
  return range;
}

async function rangeOfSymbol(
  symbol: string,
  file: string,
  text: string,
  language: LanguageId | undefined,
  syntax: Syntax,
): Promise<LineRange> {
  if (!language)
    throw new HumanError(
      `--symbol works in JavaScript, TypeScript and Python. Give lines instead: ${file}:<first>-<last>.`,
    );
  const [found, ...others] = await syntax.findSymbol(text, language, symbol);
  if (!found)
    throw new HumanError(
      `There is no function, method or class "${symbol}" in ${file}. Check the name, or give lines.`,
    );
  if (others.length > 0)
    throw new HumanError(
      `"${symbol}" stands ${others.length + 1} times in ${file}, at lines ${[found, ...others].map(({ first }) => first).join(', ')}. Write Class.method, or give lines.`,
    );
  return found;
}
