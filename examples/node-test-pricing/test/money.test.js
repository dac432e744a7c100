import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allocate, formatPrice, parsePrice, percentOf } from '../src/money.js';

describe('parsePrice', () => {
  test('reads units and cents', () => assert.equal(parsePrice('12.50'), 1250));
  test('reads a decimal comma', () => assert.equal(parsePrice('12,05'), 1205));
  test('takes one decimal for tens of cents', () => assert.equal(parsePrice('3.5'), 350));
  test('reads whole units', () => assert.equal(parsePrice(' 7 '), 700));
  test('refuses anything else', () => {
    for (const text of ['', 'free', '-1', '1.234', '1.']) {
      assert.throws(() => parsePrice(text), RangeError);
    }
  });
});

describe('formatPrice', () => {
  test('pads the cents', () => assert.equal(formatPrice(1205), '12.05 EUR'));
  test('shows other currencies', () => assert.equal(formatPrice(99, 'USD'), '0.99 USD'));
  test('puts the sign in front', () => assert.equal(formatPrice(-150), '-1.50 EUR'));
});

describe('percentOf', () => {
  test('takes a share', () => assert.equal(percentOf(2000, 15), 300));
  test('rounds half up', () => assert.equal(percentOf(150, 5), 8));
});

describe('allocate', () => {
  test('splits in proportion', () => assert.deepEqual(allocate(300, [1, 2]), [100, 200]));
  test('gives nothing to a zero weight', () => {
    assert.deepEqual(allocate(500, [1, 0, 4]), [100, 0, 400]);
  });
  test('needs a positive weight', () => {
    assert.throws(() => allocate(100, [0, 0]), RangeError);
    assert.throws(() => allocate(100, []), RangeError);
  });
});
