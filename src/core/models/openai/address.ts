/** A server's address, brought into shape. */
export interface Address {
  /** Base addresses under which `/chat/completions` may be found, most likely first. */
  readonly bases: readonly [string, ...string[]];
  /** For messages: without credentials. */
  readonly shown: string;
  readonly query: Readonly<Record<string, string>>;
  /** Value of an Authorization header, from a user name and password in the address. */
  readonly authorization?: string;
}

export const OPENAI_BASE = 'https://api.openai.com/v1';

/**
 * Reads an address as people write it: `localhost:11434`, `host/v1/`, a whole endpoint copied from
 * a manual. Undefined if it is no web address. A path without a version is also tried with `/v1`;
 * where there is no path at all, `/v1` comes first.
 */
export function parseAddress(written: string): Address | undefined {
  const url = parseUrl(written.trim());
  if (url === undefined) return undefined;
  const path = url.pathname
    .replace(/\/+$/, '')
    .replace(/\/(?:chat\/completions|completions|models|responses)$/, '')
    .replace(/\/+$/, '');
  const given = `${url.origin}${path}`;
  const versioned = `${given}/v1`;
  const { username, password } = url;
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    bases: /\/v\d+\w*(?:\/|$)/.test(path)
      ? [given]
      : path === ''
        ? [versioned, given]
        : [given, versioned],
    shown: given,
    query: Object.fromEntries(url.searchParams),
    ...(username !== '' && {
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
    }),
  };
}

function parseUrl(written: string): URL | undefined {
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(written);
  const text = hasScheme ? written : `${isLocal(written) ? 'http' : 'https'}://${written}`;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/** Host names and numbers behind which a server without TLS is to be expected. */
function isLocal(written: string): boolean {
  const host = /^(?:[^@/]*@)?(\[[^\]]*\]|[^:/?#]*)/.exec(written)?.[1] ?? '';
  return /^(?:localhost|.*\.(?:localhost|local|internal)|\[.*\]|[\d.]+|[\w-]+)$/i.test(host);
}
