import assert from 'node:assert/strict';
import fc from 'fast-check';
import { carryRange } from '../../../src/editor/files/carry-range';
import { isForeignFile, isTestFile } from '../../../src/editor/files/is-test-file';
import { minimalEdit, type Replacement } from '../../../src/editor/files/minimal-edit';
import { patchedText } from '../../../src/editor/files/patched-text';
import { plainText } from '../../../src/editor/files/plain-text';
import { wholeLines } from '../../../src/editor/solve/whole-lines';

describe('wholeLines', () => {
  const check = (from: [number, number], to: [number, number], expected: [number, number]) =>
    assert.deepEqual(
      wholeLines({
        start: { line: from[0] },
        end: { line: to[0], character: to[1] },
      }),
      { first: expected[0], last: expected[1] },
    );

  it('takes every line that the selection touches', () => check([2, 4], [4, 1], [3, 5]));
  it('leaves out a line that the selection only reaches', () => check([2, 0], [4, 0], [3, 4]));
  it('takes the line of a selection within it', () => check([2, 1], [2, 5], [3, 3]));
  it('takes the line of a cursor at its start', () => check([2, 0], [2, 0], [3, 3]));
});

describe('minimalEdit', () => {
  const apply = (text: string, { start, end, text: added }: Replacement) => {
    const lines = text.split('\n');
    const offset = ({ line, character }: Replacement['start']) =>
      lines.slice(0, line).reduce((sum, above) => sum + above.length + 1, 0) + character;
    return text.slice(0, offset(start)) + added + text.slice(offset(end));
  };

  it('touches only what differs', () => {
    assert.deepEqual(minimalEdit('a\nif (x > 1)\nb', 'a\nif (x >= 1)\nb'), {
      start: { line: 1, character: 7 },
      end: { line: 1, character: 7 },
      text: '=',
    });
  });

  it('does not cut a character in two', () => {
    const { text } = minimalEdit('a😀b', 'a😁b');
    assert.equal(text, '😁');
  });

  it('makes the one text of the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😁') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(apply(before, minimalEdit(before, after)), after);
      }),
    );
  });
});

describe('carryRange', () => {
  const text = 'one\ntwo\nthree\nfour\n';
  const check = (after: string, expected: [number, number]) =>
    assert.deepEqual(carryRange({ first: 2, last: 3 }, text, after), {
      first: expected[0],
      last: expected[1],
    });

  it('stays where nothing changed', () => check(text, [2, 3]));
  it('moves down with lines that were inserted above', () => check(`zero\n${text}`, [3, 4]));
  it('moves up with lines that were removed above', () => check('two\nthree\nfour\n', [1, 2]));
  it('grows with what was inserted within', () => check('one\ntwo\n2.5\nthree\nfour\n', [2, 4]));
  it('stays when something changes below', () => check('one\ntwo\nthree\n4\n5\n', [2, 3]));
  it('stays within a text that became short', () => check('one', [1, 1]));
});

describe('isTestFile', () => {
  const tests = [
    'test/a.js',
    'src/__tests__/a.ts',
    'src/a.test.ts',
    'src/a.spec.mjs',
    'tests/conftest.py',
    'conftest.py',
    'pkg/test_a.py',
    'pkg/a_test.py',
  ];
  for (const path of tests) it(`knows ${path}`, () => assert.equal(isTestFile(path), true));
  for (const path of ['src/a.ts', 'src/contest.ts', 'src/latest.js', 'testing.py', 'attest_a.py'])
    it(`leaves ${path}`, () => assert.equal(isTestFile(path), false));
  it('knows what others wrote', () => {
    assert.equal(isForeignFile('node_modules/a/index.js'), true);
    assert.equal(isForeignFile('src/index.js'), false);
  });
});

describe('texts', () => {
  it('are compared without line ends and byte order marks', () => {
    assert.equal(plainText('\uFEFFa\r\nb\rc\n'), 'a\nb\nc\n');
  });

  it('take the part of a diff that is about their file', () => {
    const diff = '--- a/src/a.js\n+++ b/src/a.js\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n';
    assert.equal(patchedText('src/a.js', 'one\ntwo\n', diff), 'one\n2\n');
    assert.equal(patchedText('src/b.js', 'one\ntwo\n', diff), undefined);
    assert.equal(patchedText('src/a.js', 'something else\n', diff), undefined);
  });
});
