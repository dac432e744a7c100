import assert from 'node:assert/strict';
import type { LanguageId } from '../../../src/core/api/language';
import { renderCall } from '../../../src/core/behaviour/render';
import { literalCalls } from '../../../src/core/syntax/literal-calls';
import { syntax } from './support';

describe('literal calls', () => {
  const check = (language: LanguageId, text: string, expected: readonly string[]) =>
    it(`${language} ${text}`, async () => {
      const calls = await syntax.parse(text, language, (root) => literalCalls(root, 'f'));
      assert.deepEqual(
        calls.map((call) => renderCall('f', call, language)),
        expected,
      );
    });

  check('javascript', "g(m.f([1, -2.5], 'a', null)); f(x); f()", [
    'f([1, -2.5], "a", null)',
    'f()',
  ]);
  check('typescript', 'expect(f({ a: true, "b": [1n] })).toBe(1)', ['f({a: true, b: [1n]})']);
  check('javascript', 'f(`a`); f("\\n"); f({ [k]: 1 }); f(...[1])', []);
  check('python', 'assert m.f(1, -2, (3,), b={"k": None}) == f(x)', [
    'f(1, -2, (3,), b={"k": None})',
  ]);
  check('python', 'f({1, 2}, 1.5, True, "é")', ['f({1, 2}, 1.5, True, "é")']);
});
