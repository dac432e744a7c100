import type { LanguageId } from '../api/language';
import type { PatchTarget, Patch } from '../api/patch';
import { parseReply } from '../patches/parse-reply';
import type { ReplyReading } from '../search/search-parts';
import type { Syntax } from '../syntax/syntax';

/** How the replies of a run are read: against its selection, and compared by normalised syntax. */
export function createReplyReading(
  target: PatchTarget,
  syntax: Syntax,
  language: LanguageId | undefined,
): ReplyReading {
  const normalise = async (path: string, text: string): Promise<string> => {
    const known = path === target.path ? language : syntax.languageOf(path);
    return known ? syntax.normalise(text, known) : text;
  };
  return {
    parse: (reply) => parseReply(reply, target),
    async keyOf({ changes }) {
      const keys = await Promise.all(
        changes.map(async ({ path, before, after }) => {
          const key = await normalise(path, after);
          return key === (await normalise(path, before)) ? [] : [[path, key]];
        }),
      );
      const changed = keys.flat();
      return changed.length === 0 ? undefined : JSON.stringify(changed.sort());
    },
    replacementOf: (patch) => replacementIn(patch, target),
  };
}

/** The lines that stand in the selection's place after the patch; edits elsewhere move them. */
function replacementIn({ changes }: Patch, { path, range, text }: PatchTarget): string {
  const after = changes.find((change) => change.path === path)?.after ?? text;
  const lines = after.split('\n');
  const grown = lines.length - text.split('\n').length;
  return lines.slice(range.first - 1, range.last + grown).join('\n');
}
