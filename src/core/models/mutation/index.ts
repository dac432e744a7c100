import type { LanguageId } from '../../api/language';
import type { LineRange } from '../../api/task';
import type { Parse } from '../../syntax/parsing';
import { findEdits } from './enumerate';
import { noHints } from './hints';
import { rank, type RankedEdit } from './rank';

export { createEmbeddedModel } from './embedded-model';
export type { RankedEdit } from './rank';

/**
 * The edits that usual mistakes suggest in some lines of a text, the likeliest first. What repairs a
 * mistake makes one where there was none, so they also serve to try out a test suite.
 */
export async function enumerateEdits(
  parse: Parse,
  text: string,
  language: LanguageId,
  range: LineRange,
): Promise<readonly RankedEdit[]> {
  return rank(await findEdits(parse, text, language, range), noHints);
}
