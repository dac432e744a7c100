import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadTests, ReportSource } from '../../../src/core/api/framework';
import {
  readGoTest,
  readJestJson,
  readLibtest,
  readMochaJson,
  readNodeTest,
  readPytest,
  readReport,
} from '../../../src/core/reports';

const FIXTURES = join(__dirname, '../../fixtures/reports');

type Read = (source: ReportSource) => ReadTests;

/** A report of a run in /project that printed nothing and exited with this code. */
function source(text: string | undefined, code = 1, stdout = ''): ReportSource {
  const outcome = { end: { kind: 'exited' as const, code }, stdout, stderr: '', durationMs: 1 };
  return { text, outcome, root: '/project', cwd: '' };
}

function fixture(name: string): string {
  return readFileSync(join(FIXTURES, name), 'utf8');
}

/** The ids and outcomes of a recorded report, which is complete; and nothing of it once it is cut off. */
function check(name: string, read: Read, expected: readonly string[], code = 1): void {
  it(name, () => {
    const text = fixture(name);
    const { tests, complete } = read(source(text, code));
    const lines = tests.map(
      ({ id, outcome, wholeFile }) => `${id}: ${outcome}${wholeFile ? ' (whole file)' : ''}`,
    );
    assert.deepEqual(lines, expected);
    assert.equal(complete, true);
    for (const { id, outcome, message } of tests)
      assert.equal(message !== undefined, outcome === 'failed', id);
  });
  it(`${name}, cut off anywhere`, () => {
    const text = fixture(name).trimEnd();
    for (const part of [0, 0.2, 0.4, 0.6, 0.7]) {
      const cut = text.slice(0, Math.floor(text.length * part));
      assert.equal(read(source(cut, code)).complete, false, `the first ${part * 100} %`);
    }
  });
}

const MOCHA_SHAPE = [
  'm.js › outer › ok: passed',
  'm.js › outer › ok #2: passed',
  'm.js › outer › bad: failed',
  'm.js › outer › later: skipped',
  'm.js › outer größe › x <&> "y": passed',
];

describe('recorded reports', () => {
  check('jest.json', readJestJson, [
    'a.test.js › outer › ok: passed',
    'a.test.js › outer › ok #2: passed',
    'a.test.js › outer › bad: failed',
    'a.test.js › outer › later: skipped',
    'a.test.js › outer › größe › x <&> "y": passed',
    'b.test.js: failed (whole file)',
  ]);
  check('vitest.json', readJestJson, [
    'test/a.test.js › outer › ok: passed',
    'test/a.test.js › outer › ok #2: passed',
    'test/a.test.js › outer › bad: failed',
    'test/a.test.js › outer › s: skipped',
    'test/a.test.js › outer › t: skipped',
    'test/a.test.js › outer › ünner › x 1: passed',
    'test/a.test.js › outer › ünner › x 2: passed',
    'test/b.test.js: failed (whole file)',
    'test/c.test.js › e: failed',
    'test/c.test.js › f: passed',
    'test/d.test.js › q › f: skipped',
    'test/d.test.js › (outside of its tests): failed',
  ]);
  check('mocha.json', readMochaJson, MOCHA_SHAPE);
  check('node-test.jsonl', readNodeTest, [
    'b.test.js: failed',
    'n.test.js › outer › ok: passed',
    'n.test.js › outer › bad: failed',
    'n.test.js › outer › größe › x: passed',
    'n.test.js › later: skipped',
    'n.test.js › some day: skipped',
  ]);
  check('go-test.jsonl', readGoTest, [
    'example.com/calc › TestAdd: passed',
    'example.com/calc › TestBad: failed',
    'example.com/calc › TestSkip: skipped',
    'example.com/calc › TestSub: failed',
    'example.com/calc › TestSub/größe: failed',
    'example.com/calc › TestSub/a_b: passed',
    'example.com/calc › TestSub/a_b#01: passed',
    'example.com/calc › FuzzX: passed',
    'example.com/calc › FuzzX/seed#0: passed',
    'example.com/calc › ExampleAdd: failed',
    'example.com/calc/bad: failed (whole file)',
    'example.com/calc/sub › TestPanic: failed',
  ]);
  check(
    'libtest.txt',
    readLibtest,
    [
      'calc › src/lib.rs › money::tests::adds: passed',
      'calc › src/lib.rs › tests::adds: passed',
      'calc › src/lib.rs › tests::bad: failed',
      'calc › src/lib.rs › tests::err: failed',
      'calc › src/lib.rs › tests::later: skipped',
      'calc › src/lib.rs › tests::panics: passed',
      'calc › src/lib.rs › tests::panics_not: failed',
      'it › tests/it.rs › whole: passed',
      'zz › tests/zz.rs › z: passed',
      'member › src/lib.rs › tests::m: passed',
      'calc › doc › src/lib.rs - Größe: passed',
      'calc › doc › src/lib.rs - Größe #2: passed',
      'calc › doc › src/lib.rs - add: passed',
      'calc › doc › src/lib.rs - add #2: failed',
    ],
    101,
  );
  check('pytest-xunit1.xml', readPytest, [
    'tests/test_b.py: failed (whole file)',
    'tests/test_c.py: failed (whole file)',
    'tests/test_a.py › TestOuter › test_ok: passed',
    'tests/test_a.py › TestOuter › TestInner › test_x: passed',
    'tests/test_a.py › TestOuter › test_p[a]: passed',
    'tests/test_a.py › TestOuter › test_p[\\xfc b]: passed',
    'tests/test_a.py › TestOuter › test_p[1.5]: passed',
    'tests/test_a.py › test_bad: failed',
    'tests/test_a.py › test_s: skipped',
    'tests/test_a.py › test_xf: skipped',
    'tests/test_a.py › test_xp: failed',
    'tests/test_a.py › test_td: failed',
    'tests/test_a.py › test_td2: failed',
    'tests/test_a.py › test_su: failed',
    'tests/test_a.py › T › test_sub: failed',
  ]);
  check('pytest-xunit2.xml', readReport, [
    'tests.test_b: failed (whole file)',
    'tests.test_c: failed (whole file)',
    'tests.test_a.TestOuter › test_ok: passed',
    'tests.test_a.TestOuter.TestInner › test_x: passed',
    'tests.test_a.TestOuter › test_p[a]: passed',
    'tests.test_a.TestOuter › test_p[\\xfc b]: passed',
    'tests.test_a.TestOuter › test_p[1.5]: passed',
    'tests.test_a › test_bad: failed',
    'tests.test_a › test_s: skipped',
    'tests.test_a › test_xf: skipped',
    'tests.test_a › test_xp: failed',
    'tests.test_a › test_td: failed',
    'tests.test_a › test_td2: failed',
    'tests.test_a › test_td2 #2: failed',
    'tests.test_a › test_su: failed',
    'tests.test_a.T › test_sub: failed',
  ]);
  check('jest-junit.xml', readReport, [
    'a.test.js › outer › outer ok: passed',
    'a.test.js › outer › outer ok #2: passed',
    'a.test.js › outer › outer bad: failed',
    'a.test.js › outer › outer later: skipped',
    'a.test.js › outer › outer größe x <&> "y": passed',
    'b.test.js › Test suite failed to run: failed (whole file)',
    'b.test.js › Test suite failed to run #2: failed (whole file)',
  ]);
  check('mocha-junit.xml', readReport, [
    'm.js › outer › ok › outer ok: passed',
    'm.js › outer › ok › outer ok #2: passed',
    'm.js › outer › bad › outer bad: failed',
    'm.js › größe › x <&> "y" › outer größe x <&> "y": passed',
  ]);
  check('mocha-xunit.xml', readReport, MOCHA_SHAPE);
  check('node-junit.xml', readReport, [
    'outer › test › ok: passed',
    'outer › test › bad: failed',
    'outer › größe › test › x: passed',
    'test › later: skipped',
    'test › some day: skipped',
  ]);
  check('vitest-junit.xml', readReport, [
    'test/a.test.js › outer > ok: passed',
    'test/a.test.js › outer > ok #2: passed',
    'test/a.test.js › outer > bad: failed',
    'test/a.test.js › outer > s: skipped',
    'test/a.test.js › outer > t: skipped',
    'test/a.test.js › outer > ünner > x 1: passed',
    'test/a.test.js › outer > ünner > x 2: passed',
    'test/b.test.js: failed (whole file)',
    'test/c.test.js › e: failed',
    'test/c.test.js › f: passed',
    'test/d.test.js › q > f: skipped',
    'test/d.test.js › q: failed',
  ]);
  check('surefire.xml', readReport, [
    'com.example.AdderTest › adds: passed',
    'com.example.AdderTest › overflows: failed',
    'com.example.AdderTest › later: skipped',
  ]);
  check('node.tap', readReport, [
    'outer › ok: passed',
    'outer › bad: failed',
    'outer › größe › x: passed',
    'later: skipped',
    'some day: skipped',
  ]);
  check('tape.tap', readReport, ['adds: passed', 'differs: failed', 'größe: passed']);
  check('tape-exit.tap', readReport, ['adds: passed', 'exits: failed']);
  check('tap16.tap', readReport, [
    'tape.js › adds: passed',
    'tape.js › differs: failed',
    'tape.js › größe: passed',
  ]);
  check('ava.tap', readReport, [
    'b › later: skipped',
    'b › adds: passed',
    'b › differs: failed',
    'a › later: skipped',
    'a › adds: passed',
    'a › differs: failed',
  ]);
  check('mocha.tap', readReport, [
    'outer ok: passed',
    'outer ok #2: passed',
    'outer bad: failed',
    'outer later: skipped',
    'outer größe x <&> "y": passed',
  ]);
});

describe('reports of their own kind', () => {
  const incomplete: readonly (readonly [
    string,
    Read,
    string | undefined,
    (number | undefined)?,
  ])[] = [
    ['no file', readMochaJson, undefined],
    ['an empty file', readJestJson, ''],
    ['JSON of another kind', readJestJson, '[1, null]'],
    [
      'JSON with a wrong type',
      readMochaJson,
      '{"stats":{},"tests":[{"title":1}],"pending":[],"failures":[],"passes":[]}',
    ],
    ['an interrupted jest', readJestJson, '{"wasInterrupted":true,"testResults":[]}'],
    ['XML of another kind', readReport, '<html><testsuite/></html>'],
    ['no XML at all', readPytest, 'Segmentation fault'],
    [
      'a pytest session with an internal error',
      readPytest,
      '<testsuites><testsuite name="pytest"/></testsuites>',
      3,
    ],
    ['prose', readReport, 'everything is ok'],
    ['TAP without a plan', readReport, 'TAP version 13\nok 1 - a\n'],
    ['TAP with fewer points than planned', readReport, '1..3\nok 1 - a\nok 2 - b\n'],
    ['TAP with more points than planned', readReport, '1..1\nok 1 - a\nok 2 - b\n'],
    ['TAP that bails out', readReport, '1..2\nok 1 - a\nBail out! no database\n'],
    [
      'a subtest with fewer points than planned',
      readReport,
      '# Subtest: a\n    ok 1 - b\n    1..2\nok 1 - a\n1..1\n',
    ],
    ['our own lines with one that is broken', readNodeTest, '{"type":"test"\n{"type":"end"}\n'],
  ];
  for (const [name, read, text, code] of incomplete)
    it(`${name} is not complete`, () => {
      assert.equal(read(source(text, code)).complete, false);
    });

  it('pytest that ended early with status 0 is not complete', () => {
    const text = '<testsuites><testsuite name="pytest"/></testsuites>';
    const stdout = '!!!!!!!!!!!! _pytest.outcomes.Exit: bye !!!!!!!!!!!!\n';
    assert.equal(readPytest(source(text, 0, stdout)).complete, false);
    assert.equal(readPytest(source(text, 0)).complete, true);
  });

  it('a plan that skips all is complete', () => {
    assert.deepEqual(readReport(source('1..0 # SKIP nothing to do\n')), {
      tests: [],
      complete: true,
    });
  });

  it('a group that fails by itself is a result of its own', () => {
    const text = '# Subtest: a\n    ok 1 - b\n    1..1\nnot ok 1 - a\n1..1\n';
    const { tests } = readReport(source(text));
    assert.deepEqual(
      tests.map(({ id, outcome }) => [id, outcome]),
      [
        ['a › b', 'passed'],
        ['a', 'failed'],
      ],
    );
  });

  it('comments after a failure do not become part of the next id', () => {
    const text = '1..2\nnot ok 1 a\n# (in test file a.bats, line 3)\n#   `false` failed\nok 2 b\n';
    assert.deepEqual(
      readReport(source(text)).tests.map(({ id }) => id),
      ['a', 'b'],
    );
  });

  it('old mocha prints its report', () => {
    const stdout = `deprecated {\n${fixture('mocha.json')}\nbye`;
    assert.equal(readMochaJson(source(undefined, 1, stdout)).tests.length, 5);
  });

  it('messages lose their colours and their middle, not their ends', () => {
    const failure = `\u001b[31mfirst\u001b[39m${'x'.repeat(50_000)}last`;
    const text = JSON.stringify({
      testResults: [
        { name: '/project/a.js', status: 'failed', message: failure, assertionResults: [] },
      ],
    });
    const message = readJestJson(source(text)).tests[0]?.message ?? '';
    assert.match(message, /^firstxxx[\s\S]*last$/);
    assert.ok(message.length < 10_000);
  });

  it('paths become relative to the root, whatever the runner ran in', () => {
    const text = (file: string) => `<testsuite><testcase name="a" file="${file}"/></testsuite>`;
    const files = [
      '/project/pkg/t.js',
      't.js',
      './t.js',
      '../pkg/t.js',
      'file:///project/pkg/t.js',
    ];
    for (const file of files) {
      const read = readReport({ ...source(text(file)), cwd: 'pkg' });
      assert.equal(read.tests[0]?.file, 'pkg/t.js', file);
    }
  });
});
