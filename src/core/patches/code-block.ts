import type { ParsedReply, PatchFormat, PatchTarget } from '../api/patch';
import { chooseBlock } from './choose-block';
import { fencesOf, namedPath, namesFile, type Fence } from './fences';
import { isBlank } from './indentation';
import { placeCode } from './place-code';

/** The format that the prompt asks for: one fenced block with the selection's new lines. */
export const codeBlock: PatchFormat = {
  id: 'code-block',
  parse(reply: string, target: PatchTarget): ParsedReply {
    const fences = fencesOf(reply);
    if (fences.length === 0) return { kind: 'unrecognised' };
    if (fences.some(({ closed }) => !closed))
      return { kind: 'malformed', reason: 'the code block has no end: the reply was cut off' };
    const named = fences.map((fence) => withNameInside(fence, target));
    const foreign = named.flatMap(({ path }) =>
      path === undefined || namesFile(path, target.path) ? [] : [path],
    );
    if (foreign.length > 0) return { kind: 'out-of-task', paths: [...new Set(foreign)] };
    if (named.every(({ lines }) => lines.every(isBlank)))
      return { kind: 'malformed', reason: 'the code block is empty' };
    const chosen = chooseBlock(named, target);
    if (chosen === undefined)
      return { kind: 'malformed', reason: "no code block is in the file's language" };
    return placeCode(chosen.lines, target);
  },
};

/** A comment with nothing but a file name on the first line names the block, and is not code. */
function withNameInside(fence: Fence, { text }: PatchTarget): Fence {
  const [first = '', ...rest] = fence.lines;
  if (!/^\s*(?:\/\/|#|\/\*|<!--)/.test(first) || text.includes(first.trim())) return fence;
  const path = namedPath(first);
  return path === undefined ? fence : { ...fence, path, lines: rest };
}
