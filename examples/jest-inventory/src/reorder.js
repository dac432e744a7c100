'use strict';

/**
 * @typedef {object} Policy
 * @property {number} reorderPoint order when fewer pieces than this are available
 * @property {number} target fill up to this many
 * @property {number} packSize the supplier only sells whole packs of this size
 */

/**
 * The smallest multiple of a step that is not below a value.
 *
 * @param {number} value
 * @param {number} step positive
 * @returns {number}
 */
function roundUpTo(value, step) {
  return Math.ceil(value / step) * step;
}

/**
 * How many pieces to order now.
 *
 * @param {number} available
 * @param {Policy} policy
 * @returns {number} a multiple of the pack size; 0 while there is enough
 */
function quantityToOrder(available, policy) {
  if (available >= policy.reorderPoint) return 0;
  const shortage = policy.target - available;
  return roundUpTo(policy.packSize, shortage);
}

/**
 * The articles to order from a stock list, the emptiest shelf first.
 *
 * @param {ReadonlyArray<{ sku: string, available: number }>} levels
 * @param {Readonly<Record<string, Policy>>} policies by article; articles without one are left out
 * @returns {Array<{ sku: string, quantity: number }>}
 */
function orderProposal(levels, policies) {
  return [...levels]
    .sort((a, b) => a.available - b.available)
    .filter(({ sku }) => Object.hasOwn(policies, sku))
    .map(({ sku, available }) => ({ sku, quantity: quantityToOrder(available, policies[sku]) }))
    .filter(({ quantity }) => quantity > 0);
}

/**
 * Days until an article runs out at the recent pace.
 *
 * @param {number} available
 * @param {readonly number[]} dailySales the most recent days
 * @returns {number} Infinity where nothing was sold
 */
function daysOfCover(available, dailySales) {
  const sold = dailySales.reduce((sum, pieces) => sum + pieces, 0);
  if (sold === 0) return Infinity;
  return Math.floor(available / (sold / dailySales.length));
}

module.exports = { roundUpTo, quantityToOrder, orderProposal, daysOfCover };
