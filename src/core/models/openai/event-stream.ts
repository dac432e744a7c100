import { jsonOf } from './error-body';

/** A JSON value of the stream, or the `[DONE]` that ends it. */
export type StreamItem =
  { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'done' };

/**
 * The JSON values of a reply's body, which may be server-sent events, JSON lines, or a single JSON
 * text. Comments, blank lines, other fields and lines that cannot be read are skipped; a value
 * that is cut into several `data:` lines is put together.
 */
export async function* streamItems(body: AsyncIterable<Uint8Array>): AsyncGenerator<StreamItem> {
  let pending = '';
  for await (const line of linesIn(body)) {
    const data = dataOf(line);
    if (data === undefined) {
      if (line.trim() === '') pending = '';
      continue;
    }
    if (data.trim() === '[DONE]') {
      yield { kind: 'done' };
      continue;
    }
    const value = jsonOf(data) ?? (pending === '' ? undefined : jsonOf(`${pending}\n${data}`));
    pending = value === undefined ? (pending === '' ? data : `${pending}\n${data}`) : '';
    if (typeof value === 'object' && value !== null) yield { kind: 'json', value };
  }
}

/** The payload of a line; undefined for comments and for fields other than `data`. */
function dataOf(line: string): string | undefined {
  if (line.startsWith('data:')) return line.slice(line.startsWith('data: ') ? 6 : 5);
  return /^\s*[[{]/.test(line) ? line : undefined;
}

async function* linesIn(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}
