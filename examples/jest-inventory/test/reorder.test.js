'use strict';

const { daysOfCover, orderProposal, quantityToOrder, roundUpTo } = require('../src/reorder');

const policy = { reorderPoint: 10, target: 50, packSize: 12 };

describe('roundUpTo', () => {
  test.each([
    [1, 12, 12],
    [12, 12, 12],
    [13, 12, 24],
    [0, 5, 0],
  ])('%p to a multiple of %p is %p', (value, step, expected) => {
    expect(roundUpTo(value, step)).toBe(expected);
  });
});

describe('quantityToOrder', () => {
  test('is nothing while there is enough', () => {
    expect(quantityToOrder(10, policy)).toBe(0);
    expect(quantityToOrder(80, policy)).toBe(0);
  });

  test('fills up in whole packs', () => {
    expect(quantityToOrder(9, policy)).toBe(48);
    expect(quantityToOrder(0, policy)).toBe(60);
  });

  test('takes exactly the shortage where packs fit', () => {
    expect(quantityToOrder(2, policy)).toBe(48);
  });
});

describe('orderProposal', () => {
  const levels = [
    { sku: 'HW-1', available: 8 },
    { sku: 'HW-2', available: 90 },
    { sku: 'GR-2', available: 1 },
    { sku: 'XX-9', available: 0 },
  ];

  test('starts with the emptiest shelf', () => {
    const policies = { 'HW-1': policy, 'HW-2': policy, 'GR-2': policy };
    expect(orderProposal(levels, policies)).toEqual([
      { sku: 'GR-2', quantity: 60 },
      { sku: 'HW-1', quantity: 48 },
    ]);
  });

  test('leaves out articles without a policy', () => {
    expect(orderProposal(levels, {})).toEqual([]);
  });

  test('does not reorder its input', () => {
    orderProposal(levels, {});
    expect(levels[0].sku).toBe('HW-1');
  });
});

describe('daysOfCover', () => {
  test('divides by the average sales', () => {
    expect(daysOfCover(30, [2, 4, 6])).toBe(7);
  });

  test('is endless without sales', () => {
    expect(daysOfCover(30, [0, 0])).toBe(Infinity);
    expect(daysOfCover(30, [])).toBe(Infinity);
  });

  test('is zero for an empty shelf', () => {
    expect(daysOfCover(0, [3])).toBe(0);
  });
});
