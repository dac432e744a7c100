import type { Patch } from '../../api/patch';
import type { Syntax } from '../../syntax/syntax';
import { newReaches, reachesIn, type Reach } from './reach';

/** What a patch newly takes hold of, by what follows from it. */
export interface Inspection {
  readonly forbidden: readonly Reach[];
  readonly doubtful: readonly Reach[];
}

/** Looks at a patch before it runs. Files without a grammar are not looked into. */
export async function inspectPatch(
  { languageOf, parse }: Pick<Syntax, 'languageOf' | 'parse'>,
  { changes }: Patch,
): Promise<Inspection> {
  const found: Reach[] = [];
  for (const { path, before, after } of changes) {
    const language = languageOf(path);
    if (!language) continue;
    const reaches = (text: string) => parse(text, language, (root) => reachesIn(root, language));
    found.push(...newReaches(await reaches(before), await reaches(after)));
  }
  return {
    forbidden: found.filter(({ weight }) => weight === 'forbidden'),
    doubtful: found.filter(({ weight }) => weight === 'doubtful'),
  };
}
