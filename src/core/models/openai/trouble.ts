/** What went wrong with a request, before it is put into words for people. */
export type Trouble =
  | { readonly kind: 'bad-address'; readonly written: string }
  | { readonly kind: 'bad-key' }
  | { readonly kind: 'bad-proxy'; readonly reason: string }
  /** The server answered with an error. */
  | StatusTrouble
  /** No connection, or one that was lost before the reply began. */
  | { readonly kind: 'connection'; readonly code: string; readonly detail: string }
  | {
      readonly kind: 'timed-out';
      readonly phase: 'connect' | 'first-byte' | 'idle';
      readonly ms: number;
    }
  /** The reply began and did not end as a reply does. */
  | { readonly kind: 'broken'; readonly detail: string }
  /** The model or its provider does not want to answer this. */
  | { readonly kind: 'refusal'; readonly detail: string }
  /** No model name is given, and the server does not offer exactly one. */
  | { readonly kind: 'no-choice'; readonly models: readonly string[] }
  | { readonly kind: 'cancelled' };

export interface StatusTrouble {
  readonly kind: 'status';
  readonly status: number;
  /** The server's own words, bounded. */
  readonly detail: string;
  readonly code?: string;
  /** The request parameter that the server names. */
  readonly param?: string;
  /** How long the server asks to wait, in milliseconds. */
  readonly waitMs?: number;
}

/** Whether the same request may succeed if it is made again. */
export function mayPass(trouble: Trouble): boolean {
  switch (trouble.kind) {
    case 'status':
      return isTransient(trouble);
    case 'connection':
      return !isLasting(trouble.code);
    case 'broken':
      return true;
    case 'bad-address':
    case 'bad-key':
    case 'bad-proxy':
    case 'timed-out':
    case 'no-choice':
    case 'refusal':
    case 'cancelled':
      return false;
  }
}

function isTransient({ status, code, detail }: StatusTrouble): boolean {
  if (isOutOfCredit(code, detail)) return false;
  return status === 408 || status === 409 || status === 425 || status === 429 || status >= 500;
}

/** A limit that no waiting lifts. */
export function isOutOfCredit(code: string | undefined, detail: string): boolean {
  return (
    code === 'insufficient_quota' || /insufficient[_ ](?:quota|balance|credits?)/i.test(detail)
  );
}

/** Connection errors that another attempt meets as well: unknown host, certificate. */
export function isLasting(code: string): boolean {
  return code === 'ENOTFOUND' || isCertificateError(code) || isProtocolError(code);
}

export function isCertificateError(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|ALTNAME|HOSTNAME_MISMATCH/.test(code);
}

export function isProtocolError(code: string): boolean {
  return /^ERR_SSL_|^EPROTO$/.test(code);
}

/** The server does not know the model's name. Not every server says so with a 404. */
export function isUnknownModel(trouble: Trouble): boolean {
  if (trouble.kind !== 'status' || ![400, 403, 404, 422].includes(trouble.status)) return false;
  const { code, detail } = trouble;
  if (code === 'model_not_found' || code === 'invalid_model') return true;
  return /(?:\bmodel\b.*(?:not found|does(?: not|n't) exist|not exist|not available|not a valid|is unknown|not loaded)|(?:invalid|unknown|no such|not a valid) model\b|no (?:endpoints|providers) found)/i.test(
    detail,
  );
}

/** Nothing is to be found at this path, so that the API may be at another one. */
export function isMissingPath(trouble: Trouble): boolean {
  return (
    trouble.kind === 'status' && [404, 405].includes(trouble.status) && !isUnknownModel(trouble)
  );
}
