/** Colours and cursor movements, which runners write and models need not read. */
const ANSI = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;

/**
 * A text of at most `limit` characters: its start and its end, and between them how much was left
 * out. The start gets two thirds, since messages begin with what matters.
 */
export function bounded(text: string, limit: number): string {
  const clean = text.replace(ANSI, '').trim();
  if (clean.length <= limit) return clean;
  const head = Math.ceil((limit * 2) / 3);
  const tail = limit - head;
  const omitted = clean.length - head - tail;
  return `${clean.slice(0, head)}\n[… ${omitted} characters left out …]\n${clean.slice(-tail)}`;
}

/** A code fence that no line of the text closes. */
export function fenceFor(text: string): string {
  const runs = [...text.matchAll(/^\s*(`{3,})/gm)].map((match) => match[1]?.length ?? 0);
  return '`'.repeat(Math.max(2, ...runs) + 1);
}

/** A fenced code block. */
export function fenced(text: string, language: string): string {
  const fence = fenceFor(text);
  return `${fence}${language}\n${text.replace(/\r\n/g, '\n').replace(/\n$/, '')}\n${fence}`;
}
