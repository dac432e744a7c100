import assert from 'node:assert/strict';
import type { Model } from '../../../src/core/api/model';
import type { Problem } from '../../../src/core/api/task';
import type { LanguageId } from '../../../src/core/api/language';
import { enumerateEdits, type RankedEdit } from '../../../src/core/models/mutation';
import { parseReply } from '../../../src/core/patches/parse-reply';
import { syntax } from '../syntax/support';

/** Every edit of a whole text. */
export function editsOf(text: string, language: LanguageId): Promise<readonly RankedEdit[]> {
  const last = text.split('\n').length;
  return enumerateEdits(syntax.parse, text, language, { first: 1, last });
}

/** The place of a fix among the edits of a text, counted from 1; layout and comments do not count. */
export async function placeOf(
  before: string,
  after: string,
  language: LanguageId,
  edits?: readonly RankedEdit[],
): Promise<number | undefined> {
  const wanted = await syntax.normalise(after, language);
  for (const [index, { text }] of (edits ?? (await editsOf(before, language))).entries())
    if ((await syntax.normalise(text, language)) === wanted) return index + 1;
  return undefined;
}

/** The operator makes exactly this edit of a text, among others. */
export async function check(
  operator: string,
  before: string,
  after: string,
  language: LanguageId,
): Promise<void> {
  const edits = (await editsOf(before, language)).filter((edit) => edit.operator === operator);
  const place = await placeOf(before, after, language, edits);
  const made = edits.map(({ before: from, after: to }) => `${from} → ${to}`).join('\n');
  assert.ok(place !== undefined, `${operator} does not make\n${after}\nbut\n${made}`);
}

/** The texts of the file that a model's samples lead to, up to its last one. */
export async function candidatesOf(model: Model, problem: Problem): Promise<readonly string[]> {
  const { file, range } = problem.task;
  const texts: string[] = [];
  for (;;) {
    let answer = '';
    const request = { problem, index: texts.length, seed: 0 };
    for await (const part of model.sample(request, new AbortController().signal)) {
      if (part.kind === 'answer') answer += part.text;
      if (part.kind === 'end' && part.end.kind === 'exhausted') return texts;
    }
    const parsed = parseReply(answer, { path: file, text: problem.text, range });
    assert.ok(parsed.kind === 'patch', `${parsed.kind}\n${answer}`);
    texts.push(parsed.patch.changes[0]?.after ?? problem.text);
  }
}
