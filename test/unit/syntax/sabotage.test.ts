import assert from 'node:assert/strict';
import type { LanguageId } from '../../../src/core/api/language';
import { syntax } from './support';

const JS = "throw new Error('made to throw by Winnow');";
const PY = "raise Exception('made to throw by Winnow')";

async function check(
  language: LanguageId,
  [first, last]: readonly [number, number],
  text: string,
  expected: string | undefined,
): Promise<void> {
  const sabotaged = await syntax.sabotage(text, language, { first, last });
  assert.equal(sabotaged, expected);
  if (sabotaged !== undefined)
    assert.equal(await syntax.syntaxErrors(text, sabotaged, language), undefined);
}

describe('sabotage', () => {
  it('throws in a selected function, before what it does', () =>
    check(
      'javascript',
      [1, 3],
      'function f(a) {\n  return a;\n}\n',
      `function f(a) { ${JS}\n  return a;\n}\n`,
    ));

  it('throws before selected statements', () =>
    check(
      'typescript',
      [3, 3],
      'function f(a: number) {\n  a++;\n  return a;\n}\n',
      `function f(a: number) {\n  a++;\n  ${JS} return a;\n}\n`,
    ));

  it('throws in the selected method only', () =>
    check(
      'typescript',
      [3, 3],
      'class A {\n  a() { return 1; }\n  b() { return 2; }\n}\n',
      `class A {\n  a() { return 1; }\n  b() { ${JS} return 2; }\n}\n`,
    ));

  it('gives an arrow with an expression a body', () =>
    check('tsx', [1, 1], 'const f = (a) => a + 1;\n', `const f = (a) => { ${JS} };\n`));

  it('throws in the case that is selected', () =>
    check(
      'javascript',
      [3, 4],
      'switch (a) {\n  case 1: b();\n  case 2:\n    c();\n}\n',
      `switch (a) {\n  case 1: b();\n  case 2: ${JS}\n    c();\n}\n`,
    ));

  it('throws where a field is set', () =>
    check(
      'typescript',
      [2, 2],
      'class A {\n  b = 1;\n  c = 2;\n}\n',
      `class A {\n  b = (() => { ${JS} })();\n  c = 2;\n}\n`,
    ));

  it('throws in the function around a selected comment', () =>
    check(
      'javascript',
      [2, 2],
      'function f() {\n  // to do\n}\n',
      `function f() { ${JS}\n  // to do\n}\n`,
    ));

  it('leaves types alone', () =>
    check('typescript', [1, 1], 'interface A { b: number }\nconst c = 1;\n', undefined));

  it('keeps the indentation of Python', () =>
    check(
      'python',
      [2, 3],
      'class A:\n    def f(self):\n        return 1\n',
      `class A:\n    def f(self):\n        ${PY}\n        return 1\n`,
    ));

  it('keeps a Python function on its line', () =>
    check('python', [1, 1], 'def f(): return 1\n', `def f(): ${PY}; return 1\n`));

  it('throws before selected Python statements', () =>
    check(
      'python',
      [3, 3],
      'def f(a):\n\tif a:\n\t\treturn 1\n\treturn 2\n',
      `def f(a):\n\tif a:\n\t\t${PY}\n\t\treturn 1\n\treturn 2\n`,
    ));

  it('throws in a lambda', () =>
    check(
      'python',
      [1, 1],
      'f = lambda a: a\n',
      "f = lambda a: (_ for _ in ()).throw(Exception('made to throw by Winnow'))\n",
    ));
});
