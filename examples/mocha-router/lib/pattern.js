'use strict';

/**
 * @typedef {{ kind: 'text' | 'param' | 'rest', name: string }} Segment
 */

/**
 * Reads a route pattern: `/users/:id` captures one segment, `/files/*path` the rest of the path.
 *
 * @param {string} pattern
 * @returns {Segment[]}
 * @throws {SyntaxError} if a name is missing or something follows the rest
 */
function compile(pattern) {
  const parts = splitPath(pattern);
  return parts.map((part, index) => {
    const kind = part.startsWith(':') ? 'param' : part.startsWith('*') ? 'rest' : 'text';
    const name = kind === 'text' ? part : part.slice(1);
    if (name === '') throw new SyntaxError(`${pattern}: a name is missing`);
    if (kind === 'rest' && index < parts.length - 1) {
      throw new SyntaxError(`${pattern}: nothing may follow *${name}`);
    }
    return { kind, name };
  });
}

/**
 * Matches a path against a compiled pattern.
 *
 * @param {readonly Segment[]} segments
 * @param {string} path as it stands in the URL, without the query
 * @returns {Record<string, string> | undefined} decoded parameters, or undefined if it does not match
 */
function match(segments, path) {
  const parts = splitPath(path);
  const params = {};
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === 'rest') {
      params[segment.name] = parts.slice(index).map(decode).join('/');
      return params;
    }
    const part = parts[index];
    if (part === undefined) return undefined;
    const value = decode(part);
    if (segment.kind === 'text' && segment.name !== value) return undefined;
    if (segment.kind === 'param') params[segment.name] = part;
  }
  return parts.length > segments.length ? undefined : params;
}

/**
 * Puts parameters into a pattern, the reverse of `match`.
 *
 * @param {readonly Segment[]} segments
 * @param {Readonly<Record<string, string>>} params
 * @returns {string}
 */
function build(segments, params) {
  const parts = segments.map(({ kind, name }) => {
    if (kind === 'text') return name;
    const value = params[name];
    if (value === undefined) throw new TypeError(`The parameter ${name} is missing`);
    if (kind === 'rest') return value.split('/').map(encodeURIComponent).join('/');
    return encodeURIComponent(value);
  });
  return `/${parts.join('/')}`;
}

function splitPath(path) {
  return path.split('/').filter((part) => part !== '');
}

/** Decodes a part of a path; one with a broken escape stays as it is. */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

module.exports = { compile, match, build };
