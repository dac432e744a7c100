import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonical } from '../../../src/core/behaviour/harness/canonical';
import { decode, encode } from '../../../src/core/behaviour/harness/encode';
import { readCalls, readOutcomes } from '../../../src/core/behaviour/read-lines';
import { renderCall } from '../../../src/core/behaviour/render';
import { scriptValues, values } from './values';

describe('the value model', () => {
  it('gives every value back as it was', () => {
    fc.assert(
      fc.property(scriptValues, (value) => assert.deepEqual(decode(encode(value)!), value)),
    );
  });

  it('survives being written down', () => {
    fc.assert(
      fc.property(fc.array(values), (args) => {
        const call = { args, named: [] };
        assert.deepEqual(readCalls(JSON.stringify(call) + '\n'), [call]);
      }),
    );
  });

  const itself: unknown[] = [];
  itself.push(itself);
  for (const [title, value] of [
    ['a function', () => 1],
    ['an instance', new URL('a:b')],
    ['a symbol', Symbol('s')],
    ['a circle', itself],
    ['a list with a function', [1, () => 1]],
    ['a very long text', 'x'.repeat(30_000)],
  ] as const)
    it(`leaves out ${title}`, () => assert.equal(encode(value), undefined));

  it('reads no line that is not what was asked for', () => {
    assert.deepEqual(
      readCalls('{"args":[{"kind":"int","value":"x"}],"named":[]}\nrubbish\n{}\n'),
      [],
    );
    const lines = [
      '{"index":0,"kind":"returns","text":"1","opaque":false}',
      '{"index":0,"kind":"returns","text":"2","opaque":false}',
      '{"index":-1,"kind":"returns","text":"2","opaque":false}',
      '{"index":1,"kind":"ret',
    ];
    assert.deepEqual(
      [...readOutcomes(lines.join('\n'))],
      [[0, { kind: 'returns', text: '1', opaque: false }]],
    );
  });
});

describe('canonical', () => {
  class Cart {
    constructor(readonly total: number) {}
  }
  const check = (value: unknown, text: string, opaque = false) =>
    it(`writes ${text}`, () => assert.deepEqual(canonical(value), { text, opaque }));

  check({ b: 1, a: [undefined, null] }, '{a: [undefined, null], b: 1}');
  check(0.1 + 0.2, '0.3');
  check(-0, '0');
  check(new Map([['k', 1n]]), 'Map {"k" => 1n}');
  check(new Set([2, 1]), 'Set {1, 2}');
  check(new Cart(3), 'Cart {total: 3}');
  check(new TypeError('words'), 'TypeError');
  check([1, 2][Symbol.iterator](), 'iterator [1, 2]');
  check(new Uint8Array([7]), 'Uint8Array [7]');
  check([() => 1], '[function]', true);
  check(Promise.resolve(1), 'Promise', true);
});

describe('renderCall', () => {
  const check = (language: 'python' | 'javascript', values: readonly unknown[], text: string) =>
    it(`writes ${text}`, () => {
      const args = values.map((value) => encode(value)!);
      assert.equal(renderCall('m.f', { args, named: [] }, language), text);
    });
  check(
    'javascript',
    [1.5, 'a"', [null], { a: undefined }],
    'f(1.5, "a\\"", [null], {a: undefined})',
  );
  check(
    'python',
    [null, true, NaN, new Map([['a', [1n]]])],
    'f(None, True, float("NaN"), {"a": [1]})',
  );
});
