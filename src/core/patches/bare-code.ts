import type { ParsedReply, PatchFormat, PatchTarget } from '../api/patch';
import { isBlank } from './indentation';
import { linesOf, replyLines } from './lines';
import { placeCode } from './place-code';

/**
 * Code without a fence around it. Taken only where the whole reply is plainly code: it starts with
 * the line that the selection starts with, or nothing in it reads like prose.
 */
export const bareCode: PatchFormat = {
  id: 'bare-code',
  parse(reply: string, target: PatchTarget): ParsedReply {
    const lines = reply.split(/\r?\n/).filter((line) => !/^\s*(?:```|~~~)\w*\s*$/.test(line));
    const written = lines.filter((line) => !isBlank(line));
    if (written.length === 0) return { kind: 'malformed', reason: 'the reply is empty' };
    const opening = replyLines(linesOf(target.text, target.range)).find((line) => !isBlank(line));
    const startsAlike = written[0]?.trim() === opening?.trim() && !written.some(isProse);
    if (!startsAlike && !isPlainlyCode(written)) return { kind: 'unrecognised' };
    return placeCode(lines, target);
  },
};

function isPlainlyCode(lines: readonly string[]): boolean {
  const marked = lines.filter((line) => /[;{}()[\]=]|:\s*$|^\s*(?:return|pass|break)\b/.test(line));
  return !lines.some(isProse) && marked.length >= lines.length * 0.8;
}

/** Several words that start with a capital, without the punctuation of code, or a sentence's end. */
function isProse(line: string): boolean {
  if (/^\s*(?:\/\/|\/?\*|#|"|')/.test(line)) return false;
  const words = line.trim().split(/\s+/);
  if (words.length < 3) return false;
  return (
    /^[A-Z“"'*-].*[A-Za-z)][.:!?]$/.test(line.trim()) ||
    (!/[;{}()[\]=<>+]/.test(line.replace(/`[^`]*`/g, '')) && /^[A-Z]/.test(line.trim()))
  );
}
