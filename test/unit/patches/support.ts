import assert from 'node:assert/strict';
import type { ParsedReply, PatchTarget } from '../../../src/core/api/patch';
import { parseReply } from '../../../src/core/patches/parse-reply';

/** A file in which the lines between two `»` marks, each on a line of its own, are selected. */
export function marked(text: string, path = 'src/calc.js'): PatchTarget {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() === '»') + 1;
  const last = lines.findLastIndex((line) => line.trim() === '»') - 1;
  const plain = lines.filter((line) => line.trim() !== '»').join('\n');
  return { path, text: plain, range: { first, last } };
}

/** Asserts that the reply turns the file into `after`; with the note, where one is given. */
export function checkPatch(reply: string, target: PatchTarget, after: string, note?: string): void {
  const parsed = parseReply(reply, target);
  assert.ok(parsed.kind === 'patch', JSON.stringify(parsed));
  assert.deepEqual(
    parsed.patch.changes.map(({ path, before }) => ({ path, before })),
    [{ path: target.path, before: target.text }],
  );
  assert.equal(parsed.patch.changes[0]?.after, after);
  if (note !== undefined) assert.equal(parsed.note, note);
}

export function checkMalformed(reply: string, target: PatchTarget, reason: RegExp): void {
  const parsed: ParsedReply = parseReply(reply, target);
  assert.ok(parsed.kind === 'malformed', JSON.stringify(parsed));
  assert.match(parsed.reason, reason);
}

export function checkOutOfTask(reply: string, target: PatchTarget, paths: readonly string[]): void {
  assert.deepEqual(parseReply(reply, target), { kind: 'out-of-task', paths });
}

export function block(code: string, info = 'js'): string {
  return `\`\`\`${info}\n${code}\n\`\`\``;
}

export function searchReplace(search: string, replace: string): string {
  return `<<<<<<< SEARCH\n${search}\n=======\n${replace}\n>>>>>>> REPLACE`;
}
