import assert from 'node:assert/strict';
import type { LanguageId } from '../../../src/core/api/language';
import { syntax } from './support';

describe('languageOf', () => {
  const cases: readonly [string, LanguageId | undefined][] = [
    ['a.js', 'javascript'],
    ['src/a.test.mjs', 'javascript'],
    ['a.jsx', 'javascript'],
    ['a.cts', 'typescript'],
    ['A.TSX', 'tsx'],
    ['a/b.py', 'python'],
    ['a.go', undefined],
    ['Makefile', undefined],
  ];
  for (const [path, language] of cases)
    it(path, () => assert.equal(syntax.languageOf(path), language));
});

describe('functionsIn and findSymbol', () => {
  const text = `export default class Cart {
  #sum = 0;
  static total = (items) => {
    return items.map(function named(item) {
      return item;
    });
  };
  get count() { return 1; }
}
export const add = (a, b) => a + b;
module.exports.sub = function (a, b) { return a - b; };
Cart.prototype.add = function () {};
const api = {
  go() {},
  stop: () => {},
};
let one = () => 1, two = 2;
`;
  it('names what has a name', async () => {
    const found = await syntax.functionsIn(text, 'javascript');
    assert.deepEqual(
      found.map(({ qualifiedName, range }) => [qualifiedName, range.first, range.last]),
      [
        ['Cart.total', 3, 7],
        ['Cart.count', 8, 8],
        ['add', 10, 10],
        ['sub', 11, 11],
        ['Cart.add', 12, 12],
        ['go', 14, 14],
        ['stop', 15, 15],
        ['one', 17, 17],
      ],
    );
  });

  const cases: readonly [string, readonly number[]][] = [
    ['add', [10]],
    ['Cart.add', [12]],
    ['Cart#add', [12]],
    ['count', [8]],
    ['Cart', [1]],
    ['nope', []],
  ];
  for (const [symbol, lines] of cases)
    it(`finds ${symbol}`, async () => {
      const found = await syntax.findSymbol(text, 'javascript', symbol);
      assert.deepEqual(
        found.map(({ first }) => first),
        lines,
      );
    });

  it('takes decorators in, and tells methods of two classes apart', async () => {
    const python =
      'class A:\n    @property\n    def x(self):\n        return 1\n\nclass B:\n    def x(self):\n        return 2\n';
    assert.deepEqual(await syntax.findSymbol(python, 'python', 'x'), [
      { first: 2, last: 4 },
      { first: 7, last: 8 },
    ]);
    assert.deepEqual(await syntax.findSymbol(python, 'python', 'B.x'), [{ first: 7, last: 8 }]);
  });

  it('leaves the signatures of an overload out', async () => {
    const overloaded =
      'export function f(a: string): void;\nexport function f(a: number): void;\nexport function f(a: unknown) {\n  return;\n}\n';
    assert.deepEqual(await syntax.findSymbol(overloaded, 'typescript', 'f'), [
      { first: 3, last: 5 },
    ]);
  });

  it('finds the innermost function around a line', async () => {
    const inner = 'def outer():\n    def inner():\n        return 1\n    return inner\n';
    const at = async (line: number) =>
      (await syntax.enclosingFunction(inner, 'python', line))?.qualifiedName;
    assert.equal(await at(3), 'outer.inner');
    assert.equal(await at(4), 'outer');
  });
});

describe('normalise', () => {
  const equal: readonly [LanguageId, string, string][] = [
    ['javascript', 'f(a, b); // x', 'f(\n  a,\n  b,\n)'],
    ['javascript', "x = 'a';", 'x = "a";'],
    ['typescript', 'let a: number = 1;', '/* one */ let a : number=1'],
    ['python', 'x = [1, 2]  # two\n', 'x = [\n    1,\n    2,\n]\n'],
    ['python', 'if a:\n    b()\n', 'if a:\n\tb()\n'],
  ];
  for (const [language, one, other] of equal)
    it(`${one} = ${other}`, async () =>
      assert.equal(await syntax.normalise(one, language), await syntax.normalise(other, language)));

  const different: readonly [LanguageId, string, string][] = [
    ['javascript', 'function f() { return 1 }', 'function f() { return\n1 }'],
    ['javascript', 'a = [1]', 'a = [1,,]'],
    ['javascript', 'x = "a b"', 'x = "a  b"'],
    ['javascript', "x = 'a\\n'", "x = 'an'"],
    ['javascript', 'for (;a;) b()', 'for (a;;) b()'],
    ['javascript', 'a + (b + c)', 'a + b + c'],
    ['python', 'if a:\n    b()\nc()\n', 'if a:\n    b()\n    c()\n'],
    ['python', 'x = (1,)\n', 'x = (1)\n'],
    ['python', 'x = a[1,]\n', 'x = a[1]\n'],
    ['python', 'x = r"a"\n', 'x = "a"\n'],
  ];
  for (const [language, one, other] of different)
    it(`${one} ≠ ${other}`, async () =>
      assert.notEqual(
        await syntax.normalise(one, language),
        await syntax.normalise(other, language),
      ));
});

describe('syntaxErrors', () => {
  const check = async (
    language: LanguageId,
    before: string,
    after: string,
    line: number | undefined,
  ) => assert.equal((await syntax.syntaxErrors(before, after, language))?.line, line);

  it('says where a text stops being a program', async () => {
    await check('javascript', 'f();\n', 'f();\ng(;\n', 2);
    await check('typescript', '', 'const a: = 1;\n', 1);
    await check('python', '', 'def f():\n    return (1\n', 2);
    await check('python', '', 'x = 1\nif x\n    y()\n', 2);
  });

  it('never blames what stands before the change', async () => {
    const before =
      '"""Bits."""\nimport re\n\n\nclass Bits:\n    def a(self, n):\n        return n\n';
    await check('python', before, before.replace('return n', 'x = = ('), 7);
  });

  it('is silent on good code, and on what it could not read before', async () => {
    await check('typescript', '', 'const a = b satisfies C;\nusing d = e();\n', undefined);
    await check('tsx', '', 'const a = <B c={1}>d</B>;\n', undefined);
    await check('python', '', 'match a:\n    case [1, *b] if b:\n        pass\n', undefined);
    await check(
      'python',
      '',
      'type A[T] = list[T]\ndef f[T](a: T, /, *, b: int) -> T: ...\n',
      undefined,
    );
    await check('javascript', 'a b;\n', 'a b;\nc();\n', undefined);
  });
});
