import type { Patch } from '../../api/patch';
import type { Syntax } from '../../syntax/syntax';
import { copiedValues, literalsIn } from './literals';
import { newReaches, reachesIn, type Reach } from './reach';

/** What stands out in a patch before it runs. */
export interface Inspection {
  /** What it newly takes hold of and may not. */
  readonly forbidden: readonly Reach[];
  /** What speaks against it although it may be tried, in a few words each. */
  readonly doubts: readonly string[];
}

/** A file by its path and text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Looks at a patch and at the tests that would choose it. Files without a grammar are not looked into.
 */
export async function inspectPatch(
  { languageOf, parse }: Pick<Syntax, 'languageOf' | 'parse'>,
  { changes }: Patch,
  tests: readonly SourceFile[],
): Promise<Inspection> {
  const literals = async ({ path, text }: SourceFile) => {
    const language = languageOf(path);
    return language ? parse(text, language, literalsIn) : new Set<string>();
  };
  const tested = new Set((await Promise.all(tests.map(literals))).flatMap((found) => [...found]));
  const reaches: Reach[] = [];
  const doubts: string[] = [];
  for (const { path, before, after } of changes) {
    const language = languageOf(path);
    if (!language) continue;
    const reached = (text: string) => parse(text, language, (root) => reachesIn(root, language));
    reaches.push(...newReaches(await reached(before), await reached(after)));
    const [old, now] = [
      await literals({ path, text: before }),
      await literals({ path, text: after }),
    ];
    const copied = copiedValues(old, now, tested);
    if (copied.length > 0)
      doubts.push(
        `it holds ${copied.length} values of its tests: ${copied.slice(0, 4).join(', ')}`,
      );
  }
  const looks = reaches.filter(({ weight }) => weight === 'doubtful');
  return {
    forbidden: reaches.filter(({ weight }) => weight === 'forbidden'),
    doubts: [...looks.map(({ what, line }) => `it looks at ${what} (line ${line})`), ...doubts],
  };
}
