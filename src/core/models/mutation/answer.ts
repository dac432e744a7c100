import type { LanguageId } from '../../api/language';
import type { Problem } from '../../api/task';
import { fenced } from '../../prompts/bounds';
import type { RankedEdit } from './rank';

/** The reply that asks for an edit: the selection's new lines in a fenced block. */
export function answerFor({ text, task }: Problem, language: LanguageId, edit: RankedEdit): string {
  const before = text.split('\n');
  const after = edit.text.split('\n');
  const { first, last } = task.range;
  const selected = after.slice(first - 1, last + after.length - before.length);
  return `${fenced(selected.join('\n'), language)}\n`;
}
