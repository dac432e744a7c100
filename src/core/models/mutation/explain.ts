import type { Problem } from '../../api/task';
import type { RankedEdit } from './rank';

/** What is thought before an edit is made: the symptom, the place, the usual mistake. */
export function explain({ failing, task }: Problem, edit: RankedEdit): string {
  return [symptom(failing), place(edit, task.symbol), `${edit.description}\n`].join('\n\n');
}

function symptom(failing: Problem['failing']): string {
  const [first] = failing;
  if (!first) return 'No test fails, so there is nothing that points to a mistake.';
  const more = failing.length > 1 ? ` (and ${failing.length - 1} more)` : '';
  const [line = ''] = first.message.trim().split('\n');
  const said = line === '' ? '' : `: ${line.slice(0, 200)}`;
  return `The test “${first.id}”${more} fails${said}`;
}

function place({ line, before }: RankedEdit, symbol: string | undefined): string {
  const within = symbol === undefined ? '' : ` of \`${symbol}\``;
  const [code = ''] = before.trim().split('\n');
  const quoted = code === '' ? '' : `: \`${code.slice(0, 120)}\``;
  return `I look at line ${line}${within}${quoted}.`;
}
