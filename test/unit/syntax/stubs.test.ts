import assert from 'node:assert/strict';
import type { LanguageId } from '../../../src/core/api/language';
import { syntax } from './support';

type Lines = readonly [first: number, last: number];

/** The stubs of a selection as `name: text`, those named; every one must parse. */
async function check(
  language: LanguageId,
  [first, last]: Lines,
  text: string,
  expected: Readonly<Record<string, string>>,
  guesses: readonly string[] = [],
): Promise<void> {
  const stubs = await syntax.stubs(text, language, { first, last }, guesses);
  for (const stub of stubs)
    assert.equal(await syntax.syntaxErrors(text, stub.text, language), undefined, stub.text);
  const named = Object.fromEntries(
    stubs.filter(({ name }) => name in expected).map((stub) => [stub.name, stub.text]),
  );
  assert.deepEqual(named, expected, stubs.map(({ name }) => name).join(', '));
}

async function names(language: LanguageId, [first, last]: Lines, text: string, guesses: string[]) {
  const stubs = await syntax.stubs(text, language, { first, last }, guesses);
  return stubs.map(({ name }) => name);
}

describe('stubs', () => {
  it('tries guesses, then parameters, then the usual constants', async () => {
    assert.deepEqual(
      await names('javascript', [1, 3], 'function f(a, b = 2) {\n  return a + b;\n}\n', ['4']),
      ['4', 'a', 'b', 'undefined', 'true', 'false', 'null', '0', "''", '[]', '1', '{}'].map(
        (value) => `return ${value}`,
      ),
    );
    assert.deepEqual(await names('python', [1, 2], 'def f(a, *rest):\n    return a + 1\n', ['4']), [
      'return 4',
      'return a',
      'return rest',
      'return None',
      'return True',
      'return False',
      'return 0',
      "return ''",
      'return []',
      'return 1',
      'return {}',
    ]);
  });

  it('stubs the function around selected lines', () =>
    check('javascript', [3, 3], 'function f(a) {\n  a++;\n  return xs.map((x) => x + a);\n}\n', {
      'return 0': 'function f(a) {\n  return 0;\n  a++;\n  return xs.map((x) => x + a);\n}\n',
    }));

  it('gives an arrow another expression', () =>
    check('javascript', [1, 1], 'export const f = (a) => a + 1;\n', {
      'return a': 'export const f = (a) => a;\n',
      'return {}': 'export const f = (a) => ({});\n',
    }));

  it('fits any type', () =>
    check(
      'typescript',
      [1, 3],
      'export async function f(a?: number): Promise<string> {\n  return `${a}`;\n}\n',
      {
        'return a':
          'export async function f(a?: number): Promise<string> {\n  return a as never;\n  return `${a}`;\n}\n',
        "return ''":
          "export async function f(a?: number): Promise<string> {\n  return '' as never;\n  return `${a}`;\n}\n",
      },
    ));

  it('keeps a generator one, which then ends at once', () =>
    check('javascript', [1, 3], 'function* f(a) {\n  yield a;\n}\n', {
      'return undefined': 'function* f(a) {\n  return;\n  yield a;\n}\n',
    }));

  it('keeps an asynchronous generator of Python one', async () => {
    const text = 'async def f(a):\n    yield a\n';
    assert.deepEqual(await names('python', [1, 2], text, ['4']), ['return None']);
    await check('python', [1, 2], text, {
      'return None': 'async def f(a):\n    return\n    yield a\n',
    });
  });

  it('stands behind the docstring', () =>
    check(
      'python',
      [2, 4],
      'class A:\n    def f(self, a):\n        """Doc."""\n        return a + 1\n',
      {
        'return a':
          'class A:\n    def f(self, a):\n        """Doc."""\n        return a\n        return a + 1\n',
      },
    ));

  it('stubs all methods of a class together, its constructor left alone', () =>
    check(
      'javascript',
      [1, 5],
      'class A {\n  constructor(a) { this.a = a; }\n  b() { return this.a; }\n  get c() { return 2; }\n}\n',
      {
        'return 0':
          'class A {\n  constructor(a) { this.a = a; }\n  b() { return 0; return this.a; }\n  get c() { return 0; return 2; }\n}\n',
      },
    ));

  it('stubs a method of an object', () =>
    check('javascript', [2, 2], 'const o = {\n  f(a) { return a + 1; },\n  g: 1,\n};\n', {
      'return a': 'const o = {\n  f(a) { return a; return a + 1; },\n  g: 1,\n};\n',
    }));

  it('stubs one nested function where just that is selected', () =>
    check('javascript', [2, 2], 'function f() {\n  const g = (x) => x + 1;\n  return g(1);\n}\n', {
      'return x': 'function f() {\n  const g = (x) => x;\n  return g(1);\n}\n',
    }));

  it('leaves out what the function does already', async () => {
    const found = await names('python', [1, 2], 'def f(a):\n    return a\n', []);
    assert.ok(!found.includes('return a'));
    assert.ok(
      !(await names('javascript', [1, 1], 'function f() {}\n', [])).includes('return undefined'),
    );
  });

  it('has none where no function is selected', () =>
    check('typescript', [1, 1], 'const limit = 3;\ninterface A { b: number }\n', {}));

  it('knows a lambda', () =>
    check('python', [1, 1], 'f = lambda a: a + 1\n', { 'return 0': 'f = lambda a: 0\n' }));
});

describe('expectedValues', () => {
  const cases: readonly [LanguageId, string, string, readonly string[]][] = [
    ['javascript', "import a from 'b';\ntest('f gives', () => assert.equal(f(2), 4));", 'f', ['4']],
    ['javascript', 'expect(f([3, 1])).toEqual([1, 3]);', 'f', ['[1, 3]']],
    [
      'javascript',
      'assert.equal(f(1), -1); assert.equal(f(2), -1); assert.equal(f(0), 0)',
      'f',
      ['-1', '0'],
    ],
    ['python', 'def test_f():\n    """Doc."""\n    assert f(2) == 4\n', 'f', ['4']],
    [
      'python',
      "def test_f():\n    assert m.f('a', 1) == {'a': (1, None)}\n",
      'f',
      ["{'a': (1, None)}"],
    ],
    ['python', 'def test_f():\n    assert f(2) == x + g(4)\n', 'f', ['4']],
    [
      'javascript',
      "test('g', () => { is(g(5), 5); is(g(5), 5); });\ntest('f', () => { const x = f(2); is(x, 7); });\ntest('f', () => is(f(2), 4));",
      'f',
      ['4', '7', '5'],
    ],
  ];
  for (const [language, text, symbol, expected] of cases)
    it(text, async () =>
      assert.deepEqual(await syntax.expectedValues(text, language, symbol), expected),
    );
});

describe('removals', () => {
  const cases: readonly [LanguageId, Lines, string, readonly string[]][] = [
    [
      'javascript',
      [1, 5],
      'function f(a) {\n  const b = a;\n  if (a) return 1;\n  return b;\n}\n',
      [
        'function f(a) {\n  const b = a;\n  return b;\n}\n',
        'function f(a) {\n  const b = a;\n  if (a) return 1;\n}\n',
      ],
    ],
    [
      'javascript',
      [1, 1],
      'const f = () => { a(); b(); };',
      ['const f = () => { ; b(); };', 'const f = () => { a(); ; };'],
    ],
    [
      'python',
      [1, 4],
      'def f(a):\n    """Doc."""\n    if a:\n        raise X\n',
      ['def f(a):\n    """Doc."""\n', 'def f(a):\n    """Doc."""\n    if a:\n        pass\n'],
    ],
    ['python', [2, 2], 'def f(a):\n    b = 1\n    return b\n', []],
  ];
  for (const [language, [first, last], text, expected] of cases)
    it(text, async () => {
      const found = await syntax.removals(text, language, { first, last });
      assert.deepEqual(
        found.map((removal) => removal.text),
        expected,
      );
      for (const removal of found)
        assert.equal(await syntax.syntaxErrors(text, removal.text, language), undefined);
    });
});
