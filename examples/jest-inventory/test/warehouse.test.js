'use strict';

const { Warehouse, OutOfStockError } = require('../src/warehouse');

let warehouse;

beforeEach(() => {
  warehouse = new Warehouse();
  warehouse.receive('HW-1', 10);
});

describe('receive', () => {
  test('adds to what is there', () => {
    warehouse.receive('HW-1', 5);
    expect(warehouse.onHand('HW-1')).toBe(15);
  });

  test.each([0, -1, 1.5, NaN])('refuses a quantity of %p', (quantity) => {
    expect(() => warehouse.receive('HW-1', quantity)).toThrow(RangeError);
  });
});

describe('reserve', () => {
  test('keeps the pieces on the shelf', () => {
    warehouse.reserve('HW-1', 4);
    expect(warehouse.onHand('HW-1')).toBe(10);
    expect(warehouse.available('HW-1')).toBe(6);
  });

  test('takes the last piece', () => {
    warehouse.reserve('HW-1', 10);
    expect(warehouse.available('HW-1')).toBe(0);
  });

  test('refuses more than is available', () => {
    warehouse.reserve('HW-1', 8);
    expect(() => warehouse.reserve('HW-1', 3)).toThrow(OutOfStockError);
  });
});

describe('release', () => {
  test('makes pieces available again', () => {
    warehouse.reserve('HW-1', 4);
    warehouse.release('HW-1', 3);
    expect(warehouse.available('HW-1')).toBe(9);
  });

  test('never gives back more than was reserved', () => {
    warehouse.reserve('HW-1', 4);
    warehouse.release('HW-1', 9);
    expect(warehouse.available('HW-1')).toBe(10);
  });
});

describe('ship', () => {
  test('empties shelf and reservation', () => {
    warehouse.reserve('HW-1', 4);
    warehouse.ship('HW-1', 4);
    expect(warehouse.onHand('HW-1')).toBe(6);
    expect(warehouse.available('HW-1')).toBe(6);
  });

  test('needs a reservation', () => {
    expect(() => warehouse.ship('HW-1', 1)).toThrow('HW-1: wanted 1, have 0');
  });
});

describe('levels', () => {
  test('lists the articles by name', () => {
    warehouse.receive('GR-2', 3);
    warehouse.reserve('HW-1', 1);
    expect(warehouse.levels()).toEqual([
      { sku: 'GR-2', onHand: 3, available: 3 },
      { sku: 'HW-1', onHand: 10, available: 9 },
    ]);
  });
});
