import { innerError, jsonOf, parseErrorBody, readError, type ErrorBody } from './error-body';
import { waitAskedFor, type Tried } from './retry';
import type { StatusTrouble } from './trouble';

/** Characters of a server's own words that are kept. */
const DETAIL = 600;

/** An answer with an error status. */
export function statusTrouble(status: number, body: string, headers: Headers): StatusTrouble {
  const waitMs = waitAskedFor(headers, Date.now());
  return { ...toTrouble(status, parseErrorBody(body)), ...(waitMs !== undefined && { waitMs }) };
}

/**
 * Finds the errors that come with status 200: a web page, where an address leads to a site, and a
 * JSON error, which LM Studio sends for a wrong path. A JSON answer is read to its end.
 */
export async function settle(response: Response): Promise<Tried<Response>> {
  const type = response.headers.get('content-type') ?? '';
  if (/html/i.test(type)) {
    const trouble = toTrouble(404, { detail: 'the answer is a web page' });
    return { kind: 'failed', trouble };
  }
  if (!/json/i.test(type) || /ndjson|jsonl/i.test(type)) return { kind: 'done', value: response };
  const text = await response.text();
  const value = jsonOf(text);
  const error = innerError(value);
  if (error !== undefined) return { kind: 'failed', trouble: errorInReply(error) };
  const body = value === undefined ? text : JSON.stringify(value);
  return { kind: 'done', value: new Response(body) };
}

/** An error where a reply should be; the status is in its code, or has to be guessed. */
export function errorInReply(error: unknown): StatusTrouble {
  const body = readError(error);
  const code = Number(body.code);
  const isWrongPath = /unexpected endpoint/i.test(body.detail);
  const status = code >= 400 && code < 600 ? code : isWrongPath ? 404 : 500;
  return toTrouble(status, body);
}

function toTrouble(status: number, { detail, code, param }: ErrorBody): StatusTrouble {
  return {
    kind: 'status',
    status,
    detail: detail.replace(/\s+/g, ' ').trim().slice(0, DETAIL),
    ...(code !== undefined && { code }),
    ...(param !== undefined && { param }),
  };
}
