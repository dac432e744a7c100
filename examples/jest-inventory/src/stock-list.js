'use strict';

/**
 * @typedef {{ sku: string, name: string, available: number }} Item
 */

/**
 * Items whose name or article number holds every word of the query, in any case.
 *
 * @param {readonly Item[]} items
 * @param {string} query
 * @returns {Item[]}
 */
function search(items, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const text = `${item.sku} ${item.name}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/**
 * One page of a list.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {number} page counted from 1; beyond the ends the nearest page is shown
 * @param {number} [size] items on a page
 * @returns {{ items: T[], page: number, pages: number, total: number }}
 */
function paginate(items, page, size = 20) {
  const pages = Math.floor(items.length / size) + 1;
  const current = Math.min(Math.max(1, page), pages);
  const start = (current - 1) * size;
  return {
    items: items.slice(start, start + size),
    page: current,
    pages,
    total: items.length,
  };
}

/**
 * Items by the first letters of their article number, as in `HW-1042`.
 *
 * @param {readonly Item[]} items
 * @returns {Map<string, Item[]>} in order of appearance
 */
function groupByPrefix(items) {
  const groups = new Map();
  for (const item of items) {
    const [prefix] = item.sku.split('-');
    const group = groups.get(prefix);
    if (group) group.push(item);
    else groups.set(prefix, [item]);
  }
  return groups;
}

module.exports = { search, paginate, groupByPrefix };
