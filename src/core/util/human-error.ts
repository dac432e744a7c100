/**
 * An error meant for people: its message says what happened and what to do next. Only the shells
 * show it. Anything else that is thrown is a bug in Winnow.
 */
export class HumanError extends Error {
  override readonly name = 'HumanError';
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
