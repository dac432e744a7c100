import { percentOf } from './money.js';

/**
 * @typedef {{ from: number, percent: number }} Tier a discount granted from this quantity on
 * @typedef {{ code: string, percent: number, minimum?: number, expires?: string }} Voucher
 */

/** @type {readonly Tier[]} in ascending order of quantity */
export const STANDARD_TIERS = [
  { from: 10, percent: 5 },
  { from: 25, percent: 10 },
  { from: 100, percent: 15 },
];

/**
 * The percentage that a quantity of one article earns.
 *
 * @param {number} quantity
 * @param {readonly Tier[]} [tiers]
 * @returns {number} 0 if no tier is reached
 */
export function volumeDiscount(quantity, tiers = STANDARD_TIERS) {
  let percent = 0;
  for (const tier of tiers) {
    if (quantity > tier.from) percent = tier.percent;
  }
  return percent;
}

/**
 * Whether a voucher may be used for an order.
 *
 * @param {Voucher} voucher
 * @param {number} subtotal in cents
 * @param {string} today ISO date
 * @returns {boolean}
 */
export function isRedeemable(voucher, subtotal, today) {
  if (voucher.expires !== undefined && today > voucher.expires) return false;
  return subtotal >= (voucher.minimum ?? 0);
}

/**
 * The best redeemable voucher; the first one given wins a tie.
 *
 * @param {readonly Voucher[]} vouchers
 * @param {number} subtotal in cents
 * @param {string} today ISO date
 * @returns {Voucher | undefined}
 */
export function bestVoucher(vouchers, subtotal, today) {
  let best;
  for (const voucher of vouchers) {
    if (!isRedeemable(voucher, subtotal, today)) continue;
    if (best === undefined || voucher.percent > best.percent) best = voucher;
  }
  return best;
}

/**
 * @param {number} amount in cents
 * @param {number} percent
 * @returns {number} the amount that remains, in cents
 */
export function applyDiscount(amount, percent) {
  return amount - percentOf(amount, percent);
}
