import assert from 'node:assert/strict';
import type { LanguageId } from '../../../src/core/api/language';
import { applySplices } from '../../../src/core/syntax/splice';
import { chosenFunction, topLevelFunction } from '../../../src/core/syntax/top-level';
import { syntax } from './support';

async function choose(language: LanguageId, line: number, text: string): Promise<string> {
  const chosen = await syntax.parse(text, language, (root) =>
    chosenFunction(root, { first: line, last: line }),
  );
  return chosen.kind === 'function' ? chosen.callee : `(${chosen.reason})`;
}

describe('the top-level function of a selection', () => {
  const check = (language: LanguageId, line: number, text: string, expected: string | RegExp) =>
    it(`${language}, line ${line} of ${JSON.stringify(text)}`, async () => {
      const found = await choose(language, line, text);
      if (typeof expected === 'string') assert.equal(found, expected);
      else assert.match(found, expected);
    });

  check('javascript', 2, 'function f(a) {\n  return a;\n}\n', 'f');
  check('javascript', 1, 'export default function f(a) {\n  return a;\n}\n', 'f');
  check('typescript', 2, 'export const f = (a: number) => {\n  return a;\n};\n', 'f');
  check('javascript', 2, 'module.exports = function (a) {\n  return a;\n};\n', 'module.exports');
  check('javascript', 2, 'exports.f = (a) => {\n  return a;\n};\n', 'exports.f');
  check(
    'javascript',
    3,
    'function f(a) {\n  return a.map((each) => {\n    return 2;\n  });\n}\n',
    'f',
  );
  check('python', 2, 'def f(a):\n    return a\n', 'f');
  check('python', 3, '@functools.lru_cache(maxsize=None)\ndef f(a):\n    return a\n', 'f');
  check('python', 3, '@click.command()\ndef f(a):\n    return a\n', /call by a name/);
  check('python', 3, 'class A:\n    def f(self):\n        return 1\n', /is a method/);
  check('javascript', 3, 'class A {\n  f() {\n    return 1;\n  }\n}\n', /is a method/);
  check('javascript', 2, 'async function f() {\n  return 1;\n}\n', /asynchronous/);
  check('python', 2, 'async def f():\n    return 1\n', /asynchronous/);
  check('python', 3, 'if True:\n    def f():\n        return 1\n', /call by a name/);
  check('python', 1, 'a = 1\n', /not in a function/);
});

describe('recording', () => {
  const check = (
    language: LanguageId,
    callee: string,
    text: string,
    expected: RegExp | undefined,
  ) =>
    it(`${language} ${JSON.stringify(text)}`, async () => {
      const splices = await syntax.parse(
        text,
        language,
        (root) => topLevelFunction(root, language, callee)?.recording,
      );
      if (!expected) {
        assert.equal(splices, undefined);
        return;
      }
      const recording = applySplices(text, splices!);
      assert.equal(await syntax.syntaxErrors(text, recording, language), undefined, recording);
      assert.match(recording, expected);
    });

  check('javascript', 'f', 'function f(a) { return a }', /\{;[^]*record\(arguments\);\n return a/);
  check(
    'javascript',
    'f',
    "function f() {\n  'use strict';\n  return 1;\n}",
    /'use strict';[^]*record/,
  );
  check(
    'typescript',
    'f',
    'const f = (a: number, ...b: number[]) => a;',
    /record\(\[a, \.\.\.b\]\),\na\)/,
  );
  check('javascript', 'f', 'const f = a => ({ a });', /record\(\[a\]\),\n\(\{ a \}\)\)/);
  check('javascript', 'f', 'const f = ({ a }) => a;', undefined);
  check('python', 'f', 'def f(a): return a\n', /record'\]\(locals\(\)\); return a/);
  check(
    'python',
    'f',
    'def f(a):\n    """Words."""\n    return a\n',
    /Words\."""\n {4}'_w[^\n]*\n {4}return a/,
  );
});
