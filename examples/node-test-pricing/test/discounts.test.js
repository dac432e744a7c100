import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyDiscount, bestVoucher, isRedeemable, volumeDiscount } from '../src/discounts.js';

const TODAY = '2024-05-17';

describe('volumeDiscount', () => {
  test('grants nothing for a few pieces', () => {
    assert.equal(volumeDiscount(1), 0);
    assert.equal(volumeDiscount(9), 0);
  });
  test('starts a tier at its quantity', () => {
    assert.equal(volumeDiscount(10), 5);
    assert.equal(volumeDiscount(25), 10);
    assert.equal(volumeDiscount(100), 15);
  });
  test('keeps a tier until the next one', () => {
    assert.equal(volumeDiscount(24), 5);
    assert.equal(volumeDiscount(99), 10);
    assert.equal(volumeDiscount(1000), 15);
  });
  test('takes other tiers', () => {
    assert.equal(volumeDiscount(4, [{ from: 3, percent: 50 }]), 50);
    assert.equal(volumeDiscount(4, []), 0);
  });
});

describe('isRedeemable', () => {
  test('accepts a voucher without conditions', () => {
    assert.equal(isRedeemable({ code: 'HELLO', percent: 5 }, 100, TODAY), true);
  });
  test('accepts a voucher on its last day', () => {
    assert.equal(isRedeemable({ code: 'MAY', percent: 5, expires: TODAY }, 100, TODAY), true);
  });
  test('refuses an expired voucher', () => {
    const voucher = { code: 'APRIL', percent: 5, expires: '2024-04-30' };
    assert.equal(isRedeemable(voucher, 100, TODAY), false);
  });
  test('asks for the minimum', () => {
    const voucher = { code: 'BIG', percent: 10, minimum: 5000 };
    assert.equal(isRedeemable(voucher, 4999, TODAY), false);
    assert.equal(isRedeemable(voucher, 5000, TODAY), true);
  });
});

describe('bestVoucher', () => {
  const vouchers = [
    { code: 'HELLO', percent: 5 },
    { code: 'BIG', percent: 10, minimum: 5000 },
    { code: 'LARGE', percent: 10, minimum: 5000 },
  ];
  test('picks the highest percentage', () => {
    assert.equal(bestVoucher(vouchers, 6000, TODAY)?.code, 'BIG');
  });
  test('skips what cannot be redeemed', () => {
    assert.equal(bestVoucher(vouchers, 1000, TODAY)?.code, 'HELLO');
  });
  test('returns nothing for no vouchers', () => {
    assert.equal(bestVoucher([], 1000, TODAY), undefined);
  });
});

describe('applyDiscount', () => {
  test('takes the percentage off', () => assert.equal(applyDiscount(2000, 15), 1700));
  test('leaves the amount at 0 percent', () => assert.equal(applyDiscount(1999, 0), 1999));
});
