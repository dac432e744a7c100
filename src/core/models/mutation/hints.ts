import type { Problem } from '../../api/task';
import type { FoundEdit } from './enumerate';

/** What failing tests say about where a mistake is and of what kind. */
export interface Hints {
  /** How much likelier an edit is in their light; 1 where they say nothing. */
  factor(edit: FoundEdit): number;
}

export const noHints: Hints = { factor: () => 1 };

export function hintsOf({ task, failing }: Problem): Hints {
  const messages = failing.map(({ message }) => message);
  const lines = framesIn(messages, task.file);
  return { factor: ({ line }) => (lines.has(line) ? 2 : 1) };
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
