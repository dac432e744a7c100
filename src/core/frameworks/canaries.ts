/**
 * Tests that must fail, to be added to the end of a test file: by a plain error, and by each
 * assertion library that the file uses. A patch under which one of them passes has meddled.
 */
interface Canary {
  /** Import of what the body needs, for a file with ES imports; `require` does it elsewhere. */
  readonly imports?: string;
  readonly requires?: string;
  readonly body: string;
}

const PLAIN: Canary = { body: "throw new Error('must fail')" };

const ASSERT: Canary = {
  imports: "import winnowAssert from 'node:assert';",
  requires: "const winnowAssert = require('node:assert');",
  body: 'winnowAssert.equal(1, 2); winnowAssert.strictEqual(1, 2)',
};
const DEEP_ASSERT: Canary = { body: 'winnowAssert.deepStrictEqual({ a: 1 }, { a: 2 })' };
const STRICT_ASSERT: Canary = { body: 'winnowAssert.strict.equal(1, 2)' };
const TRUTH: Canary = { body: 'winnowAssert.ok(false)' };

const CHAI: Canary = {
  imports: "import { expect as winnowChai } from 'chai';",
  requires: "const winnowChai = require('chai').expect;",
  body: 'winnowChai(1).to.equal(2)',
};

function usesEsModules(path: string, text: string): boolean {
  return /\.m[jt]s$/.test(path) || /^\s*(import\s*[\w{*'"]|export\s)/m.test(text);
}

function assertionsOf(text: string): readonly Canary[] {
  return [
    PLAIN,
    ...(/['"](?:node:)?assert(?:\/strict)?['"]/.test(text)
      ? [ASSERT, DEEP_ASSERT, STRICT_ASSERT, TRUTH]
      : []),
    ...(/['"]chai['"]/.test(text) ? [CHAI] : []),
  ];
}

/** The text with canaries; `test` writes one test, `prelude` stands before all of them. */
function withScriptCanaries(
  path: string,
  text: string,
  canaries: readonly Canary[],
  test: (index: number, body: string) => string,
): string {
  const modules = usesEsModules(path, text);
  const needed = canaries.flatMap(({ imports, requires }) => (modules ? imports : requires) ?? []);
  const tests = canaries.map(({ body }, index) => test(index, body));
  return [text, ...needed, ...tests, ''].join('\n');
}

function title(word: string, index: number): string {
  return `'${word} ${index}'`;
}

export function nodeTestCanaries(path: string, text: string, word: string): string {
  const runner: Canary = {
    imports: "import { test as winnowTest } from 'node:test';",
    requires: "const winnowTest = require('node:test').test;",
    body: PLAIN.body,
  };
  return withScriptCanaries(
    path,
    text,
    [runner, ...assertionsOf(text).slice(1)],
    (index, body) => `winnowTest(${title(word, index)}, () => { ${body}; });`,
  );
}

/** In a suite of their own: mocha runs the tests of the file itself before those in suites. */
export function mochaCanaries(path: string, text: string, word: string): string {
  return withScriptCanaries(
    path,
    text,
    assertionsOf(text),
    (index, body) =>
      `describe('last', function () { it(${title(word, index)}, function () { ${body}; }); });`,
  );
}

export function jestCanaries(path: string, text: string, word: string): string {
  const imported = text.includes('@jest/globals');
  const [test, expect] = imported ? ['winnowTest', 'winnowExpect'] : ['test', 'expect'];
  const names = '{ test as winnowTest, expect as winnowExpect }';
  const runner: Canary = {
    ...(imported && {
      imports: `import ${names} from '@jest/globals';`,
      requires: "const { test: winnowTest, expect: winnowExpect } = require('@jest/globals');",
    }),
    body: PLAIN.body,
  };
  return withScriptCanaries(
    path,
    text,
    [runner, ...expectations(expect), ...assertionsOf(text).slice(1)],
    (index, body) => `${test}(${title(word, index)}, () => { ${body}; });`,
  );
}

export function vitestCanaries(path: string, text: string, word: string): string {
  const runner: Canary = {
    imports: "import { test as winnowTest, expect as winnowExpect } from 'vitest';",
    requires: "const { test: winnowTest, expect: winnowExpect } = require('vitest');",
    body: PLAIN.body,
  };
  return withScriptCanaries(
    path,
    text,
    [runner, ...expectations('winnowExpect'), ...assertionsOf(text).slice(1)],
    (index, body) => `winnowTest(${title(word, index)}, () => { ${body}; });`,
  );
}

function expectations(expect: string): readonly Canary[] {
  return [{ body: `${expect}(1).toBe(2)` }, { body: `${expect}({ a: 1 }).toEqual({ a: 2 })` }];
}

export function pytestCanaries(_path: string, text: string, word: string): string {
  const bodies = ['raise AssertionError("must fail")', 'assert 1 == 2', 'assert [1] == [2]'];
  const tests = bodies.map((body, index) => `\n\ndef test_${word}_${index}():\n    ${body}\n`);
  return [text, ...tests].join('\n');
}
