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
  const { forbidden, doubtful } = await inspectPatch(syntax, { changes });
  const seen = [...forbidden.map(({ what }) => what), ...doubtful.map(({ what }) => `? ${what}`)];
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
    ['javascript', 'new Proxy({}, {});', ['? a Proxy']],
    ['javascript', 'const s = new Error().stack;', ['? the call stack']],
    ['python', 'import os\nos._exit(0)\n', ['os._exit']],
    ['python', 'from os import _exit as leave\n', ['os._exit']],
    ['python', 'import pytest\n', ['the module pytest']],
    ['python', 'from unittest import mock\n', ['the module unittest', 'the module unittest.mock']],
    ['python', 'open("x", "wb")\n', ['open() for writing']],
    ['python', 'open("x", mode=m)\n', ['open() for writing']],
    ['python', 'class A:\n    def __eq__(self, other): return True\n', ['? what a value equals']],
    ['python', 'import inspect\n', ['? the module inspect']],
    ['python', 'if "PYTEST_CURRENT_TEST" in env: pass\n', ['? whether a test runs']],
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
