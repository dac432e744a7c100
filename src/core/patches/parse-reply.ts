import type { ParsedReply, PatchFormat, PatchTarget } from '../api/patch';
import { bareCode } from './bare-code';
import { codeBlock } from './code-block';
import { diffBlock } from './diff-block';
import { searchReplace } from './search-replace';

/** All reply formats, in the order in which they are tried. */
export const patchFormats: readonly PatchFormat[] = [searchReplace, diffBlock, codeBlock, bareCode];

/**
 * Reads the patch out of a model's reply. The first format that recognises the reply decides; a
 * reply that no format recognises is malformed.
 */
export function parseReply(reply: string, target: PatchTarget): ParsedReply {
  const answer = withoutReasoning(reply);
  for (const format of patchFormats) {
    const parsed = format.parse(answer, target);
    if (parsed.kind !== 'unrecognised') return parsed;
  }
  return { kind: 'malformed', reason: 'the reply holds no code block' };
}

/**
 * Drops what stands before a closing think tag at a line's end: a model whose reasoning could not
 * be told from its answer while it was streaming.
 */
function withoutReasoning(reply: string): string {
  const closing = /^[^'"`\n]*<\/think(?:ing)?>[ \t]*$/m.exec(reply);
  return closing === null ? reply : reply.slice(closing.index + closing[0].length);
}
