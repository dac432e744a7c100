'use strict';

const { groupByPrefix, paginate, search } = require('../src/stock-list');

const items = [
  { sku: 'HW-1042', name: 'Claw hammer', available: 12 },
  { sku: 'HW-1043', name: 'Rubber mallet', available: 3 },
  { sku: 'GR-2200', name: 'Garden hose', available: 0 },
];

describe('search', () => {
  test('finds by name in any case', () => {
    expect(search(items, 'HAMMER')).toEqual([items[0]]);
  });

  test('finds by article number', () => {
    expect(search(items, 'gr-22')).toEqual([items[2]]);
  });

  test('needs every word', () => {
    expect(search(items, 'hw mallet')).toEqual([items[1]]);
    expect(search(items, 'hw hose')).toEqual([]);
  });

  test('finds everything for an empty query', () => {
    expect(search(items, '  ')).toEqual(items);
  });
});

describe('paginate', () => {
  const numbers = Array.from({ length: 45 }, (_, index) => index + 1);

  test('cuts out a page', () => {
    expect(paginate(numbers, 2, 20).items).toEqual(numbers.slice(20, 40));
  });

  test('counts the pages', () => {
    expect(paginate(numbers, 1, 20)).toMatchObject({ page: 1, pages: 3, total: 45 });
  });

  test('ends with a shorter page', () => {
    expect(paginate(numbers, 3, 20).items).toEqual([41, 42, 43, 44, 45]);
  });

  test('stays within the pages', () => {
    expect(paginate(numbers, 0, 20).page).toBe(1);
    expect(paginate(numbers, 9, 20).page).toBe(3);
  });

  test('has one empty page for an empty list', () => {
    expect(paginate([], 1)).toEqual({ items: [], page: 1, pages: 1, total: 0 });
  });
});

describe('groupByPrefix', () => {
  test('keeps the order of appearance', () => {
    expect([...groupByPrefix(items).keys()]).toEqual(['HW', 'GR']);
  });

  test('collects the items of a prefix', () => {
    expect(groupByPrefix(items).get('HW')).toEqual([items[0], items[1]]);
  });
});
