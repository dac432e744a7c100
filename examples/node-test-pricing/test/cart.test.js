import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addLine, checkout, lineTotal } from '../src/cart.js';

const mug = { sku: 'mug', price: 900, quantity: 2, grams: 350 };
const pen = { sku: 'pen', price: 150, quantity: 4, grams: 10 };
const terms = { country: 'DE', today: '2024-05-17' };

describe('lineTotal', () => {
  test('multiplies price and quantity', () => assert.equal(lineTotal(mug), 1800));
  test('takes the volume discount off', () => {
    assert.equal(lineTotal({ ...pen, quantity: 25 }), 3375);
  });
});

describe('addLine', () => {
  test('appends a new article', () => assert.deepEqual(addLine([mug], pen), [mug, pen]));
  test('joins the same article', () => {
    assert.deepEqual(addLine([mug, pen], { ...mug, quantity: 3 }), [{ ...mug, quantity: 5 }, pen]);
  });
  test('leaves the old cart alone', () => {
    const cart = [mug];
    addLine(cart, mug);
    assert.deepEqual(cart, [mug]);
  });
});

describe('checkout', () => {
  test('adds up lines and shipping', () => {
    const invoice = checkout([mug, pen], terms);
    assert.equal(invoice.subtotal, 2400);
    assert.equal(invoice.shipping, 390);
    assert.equal(invoice.total, 2790);
  });
  test('uses the best voucher', () => {
    const vouchers = [{ code: 'TEN', percent: 10 }];
    const invoice = checkout([mug, pen], { ...terms, vouchers });
    assert.equal(invoice.voucher, 'TEN');
    assert.deepEqual(invoice.reductions, [180, 60]);
    assert.equal(invoice.total, 2160 + 390);
  });
  test('decides about free shipping after the voucher', () => {
    const vouchers = [{ code: 'TEN', percent: 10 }];
    const invoice = checkout([{ ...mug, quantity: 6 }], { ...terms, vouchers });
    assert.equal(invoice.subtotal, 5400);
    assert.equal(invoice.shipping, 390 + 2 * 50);
  });
  test('costs nothing when empty', () => {
    assert.equal(checkout([], terms).total, 0);
  });
});
