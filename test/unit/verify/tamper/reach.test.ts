import assert from 'node:assert/strict';
import type { LanguageId } from '../../../../src/core/api/language';
import { inspectPatch } from '../../../../src/core/verify/tamper/inspect';
import { syntax } from '../../syntax/support';

const PATHS: Readonly<Record<LanguageId, string>> = {
  javascript: 'a.js',
  typescript: 'a.ts',
  tsx: 'a.tsx',
  python: 'a.py',
};

async function check(
  language: LanguageId,
  after: string,
  expected: readonly string[],
  before = '',
): Promise<void> {
  const changes = [{ path: PATHS[language], before, after }];
  const { forbidden, doubts } = await inspectPatch(syntax, { changes }, []);
  const seen = [...forbidden.map(({ what }) => what), ...doubts];
  assert.deepEqual(seen, expected);
}

describe('what a patch takes hold of', () => {
  const cases: readonly [LanguageId, string, readonly string[]][] = [
    ['javascript', 'process.exit(0);', ['process.exit']],
    ['javascript', 'process?.exit?.(0);', ['process.exit']],
    ['javascript', "globalThis['process']['exit'](0);", ['process.exit']],
    ['javascript', 'const { exit: leave } = process;', ['process.exit']],
    ['javascript', 'run(process);', ['process as a value']],
    ['javascript', "require('node:child_process');", ['the module child_process']],
    ['javascript', "await import('vm');", ['the module vm']],
    ['javascript', "export * from 'inspector';", ['the module inspector']],
    ['typescript', "import { Worker } from 'worker_threads';", ['the module worker_threads']],
    ['typescript', "import { writeFileSync as w } from 'fs';", ['fs.writeFileSync']],
    ['typescript', "import * as f from 'node:fs'; f.promises.rm('x');", ['fs.rm']],
    ['javascript', "const { unlink } = require('fs/promises');", ['fs.unlink']],
    ['typescript', '(Array.prototype as any).map = f;', ['a change of Array.prototype.map']],
    ['javascript', 'Math.random = () => 0;', ['a change of Math.random']],
    ['javascript', 'delete Map.prototype.get;', ['a change of Map.prototype.get']],
    ['javascript', 'new Proxy({}, {});', ['it looks at a Proxy (line 1)']],
    ['javascript', 'const s = new Error().stack;', ['it looks at the call stack (line 1)']],
    ['python', 'import os\nos._exit(0)\n', ['os._exit']],
    ['python', 'from os import _exit as leave\n', ['os._exit']],
    ['python', 'import pytest\n', ['the module pytest']],
    ['python', 'from unittest import mock\n', ['the module unittest', 'the module unittest.mock']],
    ['python', 'open("x", "wb")\n', ['open() for writing']],
    ['python', 'open("x", mode=m)\n', ['open() for writing']],
    [
      'python',
      'class A:\n    def __eq__(self, other): return True\n',
      ['it looks at what a value equals (line 2)'],
    ],
    ['python', 'import inspect\n', ['it looks at the module inspect (line 1)']],
    [
      'python',
      'if "PYTEST_CURRENT_TEST" in env: pass\n',
      ['it looks at whether a test runs (line 1)'],
    ],
  ];
  for (const [language, text, expected] of cases)
    it(text.trim(), () => check(language, text, expected));
});

describe('what a patch may use', () => {
  const cases: readonly [LanguageId, string][] = [
    ['javascript', 'const value = process.env.HOME ?? process.cwd();'],
    ['javascript', 'if (typeof process !== "undefined") a();'],
    ['javascript', 'function f(test, it) { return test(it); }'],
    ['javascript', '/a/.test(b); queue.exit(); this.process.exit;'],
    ['javascript', "const fs = require('fs'); fs.readFileSync('a');"],
    ['javascript', 'module.exports = { a }; exports.b = 1; module.exports.c = 2;'],
    ['javascript', 'class Map2 { static of() {} } Map2.prototype.x = 1;'],
    ['javascript', 'const copy = Object.assign({}, a); Object.freeze(copy);'],
    ['javascript', 'const make = () => new this.constructor(a);'],
    ['javascript', 'const name = value.constructor.name;'],
    ['typescript', 'const fetch = inject(); fetch();'],
    ['typescript', 'type A = typeof globalThis;'],
    ['python', 'import os, sys, re\nx = os.path.join(os.getcwd(), sys.platform)\n'],
    ['python', 'with open("a") as f: f.read()\n'],
    ['python', 'p = re.compile("a")\ny = getattr(obj, name)\n'],
    ['python', 'from collections import abc\nself.exit()\n'],
  ];
  for (const [language, text] of cases) it(text.trim(), () => check(language, text, []));

  it('what the file used before', () =>
    check('javascript', 'process.exit(1);\nprocess.exit(0);\n', [], 'if (a) process.exit(2);\n'));
});

describe('values that a patch shares with its tests', () => {
  const test = { path: 'a.test.js', text: "check(f([10, 20]), 30); check(f(['abc']), 'abc');" };
  const doubtsOn = async (after: string) => {
    const changes = [{ path: 'a.js', before: 'f(10);', after }];
    return (await inspectPatch(syntax, { changes }, [test])).doubts;
  };

  it('are named where they are many', async () =>
    assert.deepEqual(await doubtsOn("f(10, 20, 30, 'abc');"), [
      'it holds 3 values of its tests: 20, 30, "abc"',
    ]));

  it('are an accident where they are few', async () =>
    assert.deepEqual(await doubtsOn('f(10, 20, 30, 40, 0);'), []));
});
