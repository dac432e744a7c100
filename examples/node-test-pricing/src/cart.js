import { applyDiscount, bestVoucher, volumeDiscount } from './discounts.js';
import { allocate } from './money.js';
import { shippingCost } from './shipping.js';

/**
 * @typedef {{ sku: string, price: number, quantity: number, grams: number }} Line
 *   `price` of one piece in cents, `grams` of one piece
 * @typedef {{ country: string, today: string, vouchers?: readonly import('./discounts.js').Voucher[] }} Terms
 */

/**
 * The price of one line with its volume discount.
 *
 * @param {Line} line
 * @returns {number} in cents
 */
export function lineTotal(line) {
  return applyDiscount(line.price * line.quantity, volumeDiscount(line.quantity));
}

/**
 * Adds pieces of an article to a cart, joining lines of the same article.
 *
 * @param {readonly Line[]} lines
 * @param {Line} added
 * @returns {Line[]} a new cart
 */
export function addLine(lines, added) {
  const known = lines.some((line) => line.sku === added.sku);
  if (!known) return [...lines, added];
  return lines.map((line) =>
    line.sku === added.sku ? { ...line, quantity: line.quantity + added.quantity } : line,
  );
}

/**
 * Everything the invoice shows, in cents.
 *
 * @param {readonly Line[]} lines
 * @param {Terms} terms
 */
export function checkout(lines, { country, today, vouchers = [] }) {
  const totals = lines.map(lineTotal);
  const subtotal = totals.reduce((sum, total) => sum + total, 0);
  const voucher = bestVoucher(vouchers, subtotal, today);
  const discounted = voucher ? applyDiscount(subtotal, voucher.percent) : subtotal;
  const grams = lines.reduce((sum, line) => sum + line.grams * line.quantity, 0);
  const shipping = lines.length === 0 ? 0 : shippingCost({ country, grams, value: discounted });
  return {
    subtotal,
    voucher: voucher?.code,
    reductions: subtotal > 0 ? allocate(subtotal - discounted, totals) : [],
    shipping,
    total: discounted + shipping,
  };
}
