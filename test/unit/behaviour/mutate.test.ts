import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Value } from '../../../src/core/api/behaviour';
import { encode } from '../../../src/core/behaviour/harness/encode';
import { inputsLike, mutate } from '../../../src/core/behaviour/mutate';
import { seededRandom } from '../../../src/core/util/random';
import { values } from './values';

const SIZE = { own: 30, all: 60 };

function kindsIn(value: Value): ReadonlySet<string> {
  const inner =
    'items' in value
      ? value.items
      : 'entries' in value
        ? value.entries.flatMap(([key, held]) => (typeof key === 'string' ? [held] : [key, held]))
        : [];
  return new Set([value.kind, ...inner.flatMap((each) => [...kindsIn(each)])]);
}

describe('mutate', () => {
  it('keeps the kinds of values', () => {
    fc.assert(
      fc.property(values, fc.nat(), (value, seed) => {
        const changed = mutate(value, seededRandom(seed));
        assert.equal(changed.kind, value.kind);
        const known = kindsIn(value);
        for (const kind of kindsIn(changed)) assert.ok(known.has(kind), kind);
      }),
    );
  });
});

describe('inputsLike', () => {
  const calls = fc.array(fc.array(values, { maxLength: 3 }), { maxLength: 5 });

  it('gives the same for the same seed, each once, and the calls themselves first', () => {
    fc.assert(
      fc.property(calls, fc.nat(), (given, seed) => {
        const all = given.map((args) => ({ args, named: [] }));
        const inputs = inputsLike(all, seededRandom(seed), SIZE);
        assert.deepEqual(inputs, inputsLike(all, seededRandom(seed), SIZE));
        const texts = inputs.map((input) => JSON.stringify(input));
        assert.equal(new Set(texts).size, texts.length);
        assert.ok(texts.length <= SIZE.all);
        const own = [...new Set(all.map((call) => JSON.stringify(call)))];
        assert.deepEqual(texts.slice(0, own.length), own);
      }),
    );
  });

  it('makes many of a few', () => {
    const args = [encode([3, 1, 2])!, encode('word')!];
    assert.equal(inputsLike([{ args, named: [] }], seededRandom(1), SIZE).length, SIZE.all);
  });
});
