import assert from 'node:assert/strict';
import { HumanError } from '../../../src/core/util/human-error';
import { parseDuration, parseLocation } from '../../../src/cli/location';

describe('parseLocation', () => {
  const cases: readonly [string, ReturnType<typeof parseLocation>][] = [
    ['a.js', { file: '/p/a.js' }],
    ['src/a.js:3', { file: '/p/src/a.js', range: { first: 3, last: 3 } }],
    ['src/a.js:3-9', { file: '/p/src/a.js', range: { first: 3, last: 9 } }],
    ['/x/odd:name.py:1-2', { file: '/x/odd:name.py', range: { first: 1, last: 2 } }],
    ['/x/a b/ü.ts:10', { file: '/x/a b/ü.ts', range: { first: 10, last: 10 } }],
  ];
  for (const [text, expected] of cases)
    it(text, () => assert.deepEqual(parseLocation(text, '/p'), expected));

  for (const text of ['a.js:0', 'a.js:5-2'])
    it(`refuses ${text}`, () => assert.throws(() => parseLocation(text, '/p'), HumanError));
});

describe('parseDuration', () => {
  for (const [text, ms] of [
    ['90s', 90_000],
    ['10m', 600_000],
    ['1h', 3_600_000],
    ['1.5m', 90_000],
  ] as const)
    it(text, () => assert.equal(parseDuration(text), ms));
  for (const text of ['90', 's', '-1s', '0s', '5d'])
    it(`refuses ${text}`, () => assert.throws(() => parseDuration(text), HumanError));
});
