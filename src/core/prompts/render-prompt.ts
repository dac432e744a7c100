import type { FailingTest, FailedAttempt, Problem } from '../api/task';
import { bounded, fenced } from './bounds';
import type { ChatMessage } from './chat-message';
import { fileExcerpt } from './file-excerpt';
import { rules } from './rules';

/** Failing tests that a prompt tells of, and the characters for each message and for all. */
const TESTS = 12;
const MESSAGE_LIMIT = 1_600;
const MESSAGES_LIMIT = 9_600;

/** Characters of the feedback on an earlier attempt. */
const FEEDBACK_LIMIT = 4_000;

/**
 * The conversation that asks for one candidate. Two calls for the same task differ at most in the
 * attempts, which come last: what comes before is byte for byte the same, so that a server's
 * prompt cache serves every sample after the first.
 */
export function renderPrompt(problem: Problem): readonly ChatMessage[] {
  return [
    { role: 'system', content: rules },
    { role: 'user', content: renderTask(problem) },
    ...problem.attempts.flatMap((attempt) => renderAttempt(attempt, languageOf(problem))),
  ];
}

function renderTask(problem: Problem): string {
  const { task, text, failing } = problem;
  return [
    `File \`${task.file}\`:\n\n${fenced(fileExcerpt(text, task.range), languageOf(problem))}`,
    renderTests(failing),
    renderSelection(problem),
    renderInstruction(problem),
  ].join('\n\n');
}

/** The selected lines once more, by themselves: a mark within the file would be copied. */
function renderSelection(problem: Problem): string {
  const { file, range, symbol } = problem.task;
  const lines = problem.text.replace(/\r?\n$/, '').split(/\r?\n/);
  if (range.first <= 1 && range.last >= lines.length) return 'The selection is the whole file.';
  const selected = fenced(lines.slice(range.first - 1, range.last).join('\n'), languageOf(problem));
  const numbers =
    range.first === range.last ? `line ${range.first}` : `lines ${range.first} to ${range.last}`;
  const within = symbol === undefined ? '' : `, in \`${symbol}\``;
  return `The selection is ${numbers} of \`${file}\`${within}:\n\n${selected}`;
}

function renderTests(failing: readonly FailingTest[]): string {
  if (failing.length === 0) return 'All tests pass at present. They must go on passing.';
  const shown = failing.slice(0, TESTS);
  const limit = Math.min(MESSAGE_LIMIT, Math.floor(MESSAGES_LIMIT / shown.length));
  const items = shown.map(({ id, message }) => {
    const text = bounded(message, limit);
    return `Failing test: ${id}${text === '' ? '' : `\n${fenced(text, '')}`}`;
  });
  const more = failing.length - shown.length;
  return [...items, ...(more > 0 ? [`${more} more tests fail.`] : [])].join('\n\n');
}

function renderInstruction({ task, failing }: Problem): string {
  const aim =
    failing.length > 0
      ? 'Rewrite the selection so that the failing tests pass.'
      : 'Rewrite the selection.';
  const instruction = task.instruction?.trim() ?? '';
  return instruction === '' ? aim : `${aim} The user asks: ${instruction}`;
}

/** What the model wrote and what came of it, without the reasoning that led to it. */
function renderAttempt(
  { replacement, feedback }: FailedAttempt,
  language: string,
): readonly ChatMessage[] {
  const request = `That did not pass:\n\n${fenced(bounded(feedback, FEEDBACK_LIMIT), '')}\n\nThe file is again as shown at first. Find the reason, then give the complete new text of the selection in one fenced code block.`;
  return [
    { role: 'assistant', content: fenced(replacement, language) },
    { role: 'user', content: request },
  ];
}

/** The word behind a code fence: the language, else the file's extension. */
function languageOf({ language, task }: Problem): string {
  return language ?? /\.(\w+)$/.exec(task.file)?.[1] ?? '';
}
