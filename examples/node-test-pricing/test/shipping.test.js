import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingForFreeShipping, shippingCost, zoneOf } from '../src/shipping.js';

describe('zoneOf', () => {
  test('knows the zones', () => {
    assert.equal(zoneOf('DE'), 'domestic');
    assert.equal(zoneOf('FR'), 'europe');
    assert.equal(zoneOf('JP'), 'world');
  });
  test('takes any case', () => assert.equal(zoneOf('de'), 'domestic'));
});

describe('shippingCost', () => {
  test('charges the base for a light parcel', () => {
    assert.equal(shippingCost({ country: 'DE', grams: 300, value: 1000 }), 390);
    assert.equal(shippingCost({ country: 'DE', grams: 1000, value: 1000 }), 390);
  });
  test('charges every started kilogram', () => {
    assert.equal(shippingCost({ country: 'FR', grams: 1001, value: 1000 }), 1170);
    assert.equal(shippingCost({ country: 'JP', grams: 3000, value: 1000 }), 3290);
  });
  test('is free from a certain value on', () => {
    assert.equal(shippingCost({ country: 'DE', grams: 300, value: 5000 }), 0);
    assert.equal(shippingCost({ country: 'DE', grams: 300, value: 4999 }), 390);
  });
  test('is never free outside Europe', () => {
    assert.equal(shippingCost({ country: 'US', grams: 500, value: 99999 }), 1990);
  });
});

describe('missingForFreeShipping', () => {
  test('counts down', () => assert.equal(missingForFreeShipping('DE', 4200), 800));
  test('stops at zero', () => assert.equal(missingForFreeShipping('DE', 9000), 0));
  test('has no answer where nothing is free', () => {
    assert.equal(missingForFreeShipping('US', 4200), undefined);
  });
});
