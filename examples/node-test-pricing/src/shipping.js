/**
 * @typedef {{ zone: string, base: number, perKilo: number, freeFrom?: number }} Rate
 *   `base` and `perKilo` in cents; orders worth `freeFrom` cents or more ship for free
 */

/** @type {Readonly<Record<string, Rate>>} */
export const RATES = {
  domestic: { zone: 'domestic', base: 390, perKilo: 50, freeFrom: 5000 },
  europe: { zone: 'europe', base: 990, perKilo: 180, freeFrom: 15000 },
  world: { zone: 'world', base: 1990, perKilo: 650 },
};

const EUROPE = new Set(['AT', 'BE', 'CH', 'ES', 'FR', 'IT', 'NL', 'PL', 'PT', 'SE']);

/**
 * @param {string} country ISO 3166 code, in any case
 * @returns {keyof typeof RATES}
 */
export function zoneOf(country) {
  const code = country.toUpperCase();
  if (code === 'DE') return 'domestic';
  return EUROPE.has(code) ? 'europe' : 'world';
}

/**
 * What it costs to send a parcel. Every started kilogram after the first is charged.
 *
 * @param {{ country: string, grams: number, value: number }} parcel `value` in cents
 * @returns {number} in cents
 */
export function shippingCost({ country, grams, value }) {
  const rate = RATES[zoneOf(country)];
  if (rate.freeFrom !== undefined && value >= rate.freeFrom) return 0;
  const kilos = Math.max(1, Math.ceil(grams / 1000));
  return rate.base + (kilos - 1) * rate.perKilo;
}

/**
 * How much is missing until an order ships for free.
 *
 * @param {string} country
 * @param {number} value in cents
 * @returns {number | undefined} in cents; undefined where nothing ships for free
 */
export function missingForFreeShipping(country, value) {
  const { freeFrom } = RATES[zoneOf(country)];
  if (freeFrom === undefined) return undefined;
  return Math.max(0, freeFrom - value);
}
