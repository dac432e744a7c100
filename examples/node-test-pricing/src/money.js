/**
 * Amounts of money as whole cents. Floating point never touches a price.
 *
 * @typedef {number} Cents
 */

/**
 * Reads a price as people write it.
 *
 * @param {string} text for instance "12.50", "12,5" or "12"
 * @returns {Cents}
 * @throws {RangeError} if the text is not a price
 */
export function parsePrice(text) {
  const match = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match) throw new RangeError(`Not a price: ${text}`);
  const [, units, fraction = ''] = match;
  return Number(units) * 100 + Number(fraction.padEnd(2, '0'));
}

/**
 * @param {Cents} cents
 * @param {string} [currency] ISO 4217 code
 * @returns {string} for instance "12.50 EUR"
 */
export function formatPrice(cents, currency = 'EUR') {
  const sign = cents < 0 ? '-' : '';
  const absolute = Math.abs(cents);
  const units = Math.floor(absolute / 100);
  const fraction = String(absolute % 100).padStart(2, '0');
  return `${sign}${units}.${fraction} ${currency}`;
}

/**
 * A percentage of an amount, rounded half up to whole cents.
 *
 * @param {Cents} amount
 * @param {number} percent
 * @returns {Cents}
 */
export function percentOf(amount, percent) {
  return Math.round((amount * percent) / 100);
}

/**
 * Splits an amount in proportion to the weights. The parts add up to the amount.
 *
 * @param {Cents} amount
 * @param {readonly number[]} weights none negative, at least one positive
 * @returns {Cents[]}
 */
export function allocate(amount, weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('Nothing to allocate to');
  return weights.map((weight) => Math.round((amount * weight) / total));
}
