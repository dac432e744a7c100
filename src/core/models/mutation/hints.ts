import type { Problem } from '../../api/task';
import type { FoundEdit } from './enumerate';
import { symptomsIn } from './symptoms';

/** What failing tests say about where a mistake is and of what kind. */
export interface Hints {
  /** How much likelier an edit is in their light; 1 where they say nothing. */
  factor(edit: FoundEdit): number;
}

export const noHints: Hints = { factor: () => 1 };

/** Messages beyond these say the same again. */
const MESSAGES = 12;
const MESSAGE_LENGTH = 4_000;

/** How much likelier the lines are that a stack trace names. */
const FRAME = 1.6;

export function hintsOf({ task, failing }: Problem): Hints {
  const messages = failing
    .slice(0, MESSAGES)
    .map(({ message }) => message.slice(0, MESSAGE_LENGTH));
  const lines = framesIn(messages, task.file);
  const symptoms = symptomsIn(messages);
  return {
    factor: (edit) =>
      symptoms.reduce(
        (factor, symptom) => factor * symptom(edit),
        lines.has(edit.line) ? FRAME : 1,
      ),
  };
}

/** Lines of a file that stack traces name. */
function framesIn(messages: readonly string[], file: string): ReadonlySet<number> {
  const name = file.split('/').at(-1) ?? file;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const frame = new RegExp(`(?:^|[/\\\\\\s("'])${escaped}(?:", line |:)(\\d+)`, 'gm');
  return new Set(
    messages.flatMap((text) => [...text.matchAll(frame)].map(([, line]) => Number(line))),
  );
}
