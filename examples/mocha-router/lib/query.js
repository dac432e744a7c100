'use strict';

/**
 * Reads a query string. A key that occurs several times becomes a list.
 *
 * @param {string} query with or without the leading question mark
 * @returns {Record<string, string | string[]>}
 */
function parseQuery(query) {
  const result = Object.create(null);
  for (const pair of query.replace(/^\?/, '').split('&')) {
    if (pair === '') continue;
    const [key, value = ''] = pair.split('=').map(unescapeQuery);
    const known = result[key];
    if (known === undefined) result[key] = value;
    else result[key] = Array.isArray(known) ? [...known, value] : [known, value];
  }
  return result;
}

/**
 * Writes a query string without the question mark; undefined values are left out.
 *
 * @param {Readonly<Record<string, string | number | readonly string[] | undefined>>} values
 * @returns {string}
 */
function formatQuery(values) {
  const pairs = [];
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      pairs.push(`${encodeURIComponent(key)}=${encodeURIComponent(item)}`);
    }
  }
  return pairs.join('&');
}

/**
 * A whole number from a parsed query, kept within limits.
 *
 * @param {string | string[] | undefined} value
 * @param {{ fallback: number, min: number, max: number }} limits
 * @returns {number} the fallback where the value is not a whole number
 */
function readInteger(value, { fallback, min, max }) {
  if (typeof value !== 'string' || !/^-?\d+$/.test(value)) return fallback;
  return Math.min(max, Math.max(min, Number(value)));
}

function unescapeQuery(text) {
  return decodeURIComponent(text.replace(/\+/g, ' '));
}

module.exports = { parseQuery, formatQuery, readInteger };
