import { applyPatch, parsePatch } from 'diff';

/** A file's text with its part of a unified diff applied; undefined if that does not fit. */
export function patchedText(path: string, text: string, diff: string): string | undefined {
  const part = parsePatch(diff).find(({ newFileName }) => newFileName === `b/${path}`);
  if (!part) return undefined;
  const patched = applyPatch(text, part, { autoConvertLineEndings: false });
  return patched === false ? undefined : patched;
}
