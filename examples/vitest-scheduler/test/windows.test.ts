import { describe, expect, it } from 'vitest';
import { contains, intersect, lengthOf, mergeWindows, subtractWindows } from '../src/windows';

const window = (start: number, end: number) => ({ start, end });

describe('contains', () => {
  it('includes the start and excludes the end', () => {
    expect(contains(window(10, 20), 10)).toBe(true);
    expect(contains(window(10, 20), 19)).toBe(true);
    expect(contains(window(10, 20), 20)).toBe(false);
    expect(contains(window(10, 20), 9)).toBe(false);
  });
});

describe('lengthOf', () => {
  it('is never negative', () => {
    expect(lengthOf(window(10, 25))).toBe(15);
    expect(lengthOf(window(25, 10))).toBe(0);
  });
});

describe('intersect', () => {
  it('finds the shared time', () => {
    expect(intersect(window(0, 10), window(5, 15))).toEqual(window(5, 10));
    expect(intersect(window(5, 15), window(0, 10))).toEqual(window(5, 10));
  });

  it('is undefined for windows that merely touch', () => {
    expect(intersect(window(0, 10), window(10, 20))).toBeUndefined();
  });
});

describe('mergeWindows', () => {
  it('joins overlapping windows', () => {
    expect(mergeWindows([window(0, 10), window(5, 15)])).toEqual([window(0, 15)]);
  });

  it('joins touching windows', () => {
    expect(mergeWindows([window(0, 10), window(10, 20)])).toEqual([window(0, 20)]);
  });

  it('sorts and keeps gaps', () => {
    expect(mergeWindows([window(30, 40), window(0, 10)])).toEqual([window(0, 10), window(30, 40)]);
  });

  it('leaves its input alone', () => {
    const input = [window(30, 40), window(0, 10)];
    mergeWindows(input);
    expect(input).toEqual([window(30, 40), window(0, 10)]);
  });
});

describe('subtractWindows', () => {
  it('cuts a hole', () => {
    expect(subtractWindows(window(0, 100), [window(40, 60)])).toEqual([
      window(0, 40),
      window(60, 100),
    ]);
  });

  it('ignores what lies outside', () => {
    expect(subtractWindows(window(10, 20), [window(0, 10), window(20, 30)])).toEqual([
      window(10, 20),
    ]);
  });

  it('leaves nothing of a covered window', () => {
    expect(subtractWindows(window(10, 20), [window(5, 25)])).toEqual([]);
  });
});
