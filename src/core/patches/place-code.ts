import type { ParsedReply, PatchTarget } from '../api/patch';
import { patchOf } from './apply-edits';
import { fitIndentation, isBlank, matchIndentStyle } from './indentation';
import { spliceLines, splitLines, textsOf } from './lines';
import { regionOf } from './region';

const ELISION =
  /^\s*(?:\/\/|#|\/\*|<!--|\{\/\*)\s*(?:(?:\.{3}|…)|.*(?:rest of|existing|unchanged|same as|remain).*(?:\.{3}|…))/i;

/**
 * Puts code in the place of the selection, or of the wider region that it plainly stands for, with
 * the indentation that the file has there.
 */
export function placeCode(code: readonly string[], target: PatchTarget): ParsedReply {
  const lines = splitLines(target.text);
  const file = textsOf(lines);
  const elision = code.find((line) => ELISION.test(line) && !file.includes(line));
  if (elision !== undefined)
    return { kind: 'malformed', reason: `the reply leaves code out: “${elision.trim()}”` };
  const selection = {
    first: Math.max(target.range.first, 1),
    last: Math.min(target.range.last, Math.max(lines.length, 1)),
  };
  const written = withoutBlankEdges(code);
  const block = matchIndentStyle(written, file);
  const { range, note } = regionOf(block, file, selection);
  const original = file.slice(range.first - 1, range.last);
  const fitted = fitIndentation(block, original);
  const edged = withEdgesOf(original, fitted);
  const moved = fitted.some((line, index) => line !== written[index]);
  return patchOf(target, spliceLines(lines, range, edged), [
    ...(note === undefined ? [] : [note]),
    ...(moved ? ['indentation adjusted'] : []),
  ]);
}

function withoutBlankEdges(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => !isBlank(line));
  const last = lines.findLastIndex((line) => !isBlank(line));
  return first === -1 ? [] : lines.slice(first, last + 1);
}

/** Blank lines that the selection starts and ends with are not the model's to drop. */
function withEdgesOf(original: readonly string[], lines: readonly string[]): readonly string[] {
  const first = original.findIndex((line) => !isBlank(line));
  if (first === -1) return lines;
  const last = original.findLastIndex((line) => !isBlank(line));
  return [...original.slice(0, first), ...lines, ...original.slice(last + 1)];
}
