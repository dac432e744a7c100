import type { ParsedReply, PatchFormat, PatchTarget } from '../api/patch';
import { applyEdits, type Edit } from './apply-edits';
import { namedPath, namesFile } from './fences';

const SEARCH = /^\s*<{5,9}\s*(?:SEARCH|ORIGINAL|BEFORE|HEAD)\b.*$/i;
const DIVIDER = /^\s*={5,9}\s*$/;
const REPLACE = /^\s*>{5,9}\s*(?:REPLACE|UPDATED|AFTER|MODIFIED)\b.*$/i;

interface Block extends Edit {
  /** The file named on the line above, where one is. */
  readonly path?: string;
}

/**
 * Search/replace blocks as aider asks for them, several in a row, each of them optionally below
 * the file's name and inside a code fence:
 *
 *     <<<<<<< SEARCH
 *     old lines
 *     =======
 *     new lines
 *     >>>>>>> REPLACE
 */
export const searchReplace: PatchFormat = {
  id: 'search-replace',
  parse(reply: string, target: PatchTarget): ParsedReply {
    const blocks = blocksOf(reply.split(/\r?\n/));
    if (typeof blocks === 'string') return { kind: 'malformed', reason: blocks };
    if (blocks.length === 0) return { kind: 'unrecognised' };
    const paths = blocks.flatMap(({ path }) =>
      path === undefined || namesFile(path, target.path) ? [] : [path],
    );
    if (paths.length > 0) return { kind: 'out-of-task', paths: [...new Set(paths)] };
    return applyEdits(blocks, target);
  },
};

/** All blocks, or what is wrong with them. */
function blocksOf(lines: readonly string[]): readonly Block[] | string {
  const blocks: Block[] = [];
  let at = 0;
  for (;;) {
    const start = lines.findIndex((line, index) => index >= at && SEARCH.test(line));
    if (start === -1) return blocks;
    const divider = lines.findIndex((line, index) => index > start && DIVIDER.test(line));
    if (divider === -1) return 'a search/replace block has no divider, or was cut off';
    const end = lines.findIndex((line, index) => index > divider && REPLACE.test(line));
    const next = lines.findIndex((line, index) => index > start && SEARCH.test(line));
    if (end === -1 || (next !== -1 && next < end))
      return 'a search/replace block has no end, or was cut off';
    const path = pathAbove(lines, start);
    blocks.push({
      search: lines.slice(start + 1, divider),
      replace: lines.slice(divider + 1, end),
      ...(path !== undefined && { path }),
    });
    at = end + 1;
  }
}

/** A file name stands directly above the block, or above the fence around it. */
function pathAbove(lines: readonly string[], start: number): string | undefined {
  let at = start - 1;
  const above = () => lines[at]?.trim() ?? '';
  if (/^(?:```|~~~)/.test(above())) {
    const words = above().split(/[\s:`"'={}]+/);
    const inInfo = words.map(namedPath).find((path) => path !== undefined);
    if (inInfo !== undefined) return inInfo;
    at -= 1;
  }
  while (at >= 0 && above() === '') at -= 1;
  return namedPath(above());
}
