import assert from 'node:assert/strict';
import type { ReadTests, ReportSource } from '../../../src/core/api/framework';
import {
  readGoTest,
  readJestJson,
  readLibtest,
  readNodeTest,
  readReport,
  readRSpec,
} from '../../../src/core/reports';

interface Case {
  readonly suites: readonly string[];
  readonly title: string;
  readonly failed?: boolean;
}

/** A writer and a reader of one format; `code` is the status with which its runner ends. */
interface Format {
  readonly read: (source: ReportSource) => ReadTests;
  readonly write: (cases: readonly Case[]) => string;
  readonly code: number;
}

const xml = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.codePointAt(0) ?? 0};`);
const lines = (values: readonly object[]) =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

const FORMATS: Readonly<Record<string, Format>> = {
  'JUnit XML': {
    read: readReport,
    code: 1,
    write: (cases) =>
      `<testsuites>${cases
        .map(
          ({ suites, title, failed }) =>
            suites.map((name) => `<testsuite name="${xml(name)}">`).join('') +
            `<testcase name="${xml(title)}">${failed ? '<failure message="no">at x</failure>' : ''}</testcase>` +
            '</testsuite>'.repeat(suites.length),
        )
        .join('')}</testsuites>`,
  },
  "jest's JSON": {
    read: readJestJson,
    code: 1,
    write: (cases) =>
      JSON.stringify({
        testResults: [
          {
            name: '/project/a.js',
            status: cases.some(({ failed }) => failed) ? 'failed' : 'passed',
            assertionResults: cases.map(({ suites, title, failed }) => ({
              ancestorTitles: suites,
              title,
              status: failed ? 'failed' : 'passed',
              failureMessages: failed ? ['no'] : [],
            })),
          },
        ],
      }),
  },
  'our own lines': {
    read: readNodeTest,
    code: 1,
    write: (cases) =>
      lines([
        ...cases.map(({ suites, title, failed }) => ({
          type: 'test',
          file: '/project/a.js',
          path: [...suites, title],
          outcome: failed ? 'failed' : 'passed',
          durationMs: 1,
          message: failed ? 'no' : null,
          wholeFile: false,
        })),
        { type: 'end' },
      ]),
  },
  RSpec: {
    read: readRSpec,
    code: 1,
    write: (cases) =>
      JSON.stringify({
        examples: cases.map(({ suites, title, failed }, index) => ({
          id: `./a_spec.rb[1:${index + 1}]`,
          description: title,
          full_description: [...suites, title].join(' '),
          status: failed ? 'failed' : 'passed',
          exception: failed ? { class: 'E', message: 'no', backtrace: [] } : null,
        })),
        summary: { errors_outside_of_examples_count: 0 },
      }),
  },
  Go: {
    read: readGoTest,
    code: 1,
    write: (cases) =>
      lines([
        // Go itself numbers repeated names.
        ...cases.map(({ suites, title, failed }, index) => ({
          Action: failed ? 'fail' : 'pass',
          Package: 'x',
          Test: [...suites, `${title}#${index}`].join('/'),
        })),
        { Action: cases.some(({ failed }) => failed) ? 'fail' : 'pass', Package: 'x' },
      ]),
  },
};

function read(format: Format, cases: readonly Case[]): ReadTests {
  const outcome = {
    end: { kind: 'exited' as const, code: format.code },
    stdout: '',
    stderr: '',
    durationMs: 1,
  };
  return format.read({ text: format.write(cases), outcome, root: '/project', cwd: '' });
}

/** Every case has an id of its own, its outcome, and the same id when it is read again. */
function check(name: string, cases: readonly Case[]): void {
  for (const [format, each] of Object.entries(FORMATS))
    it(`${name} in ${format}`, () => {
      const { tests, complete } = read(each, cases);
      assert.equal(complete, true);
      assert.equal(tests.length, cases.length);
      assert.equal(new Set(tests.map(({ id }) => id)).size, cases.length);
      assert.deepEqual(
        tests.map(({ outcome }) => outcome),
        cases.map(({ failed }) => (failed ? 'failed' : 'passed')),
      );
      const mended = read(
        each,
        cases.map((test) => ({ ...test, failed: false })),
      );
      const withoutFailures = mended.tests.filter(({ outcome }) => outcome === 'passed');
      assert.deepEqual(
        withoutFailures.map(({ id }) => id),
        tests.map(({ id }) => id),
      );
    });
}

const range = (count: number) => [...Array(count).keys()];

describe('hard reports', () => {
  check(
    'parameters that read alike',
    ['1', '1.0', ' 1', '"1"', "'1'", '<1>', '1 ›', '&amp;1'].map((title) => ({
      suites: ['takes'],
      title: `takes ${title}`,
    })),
  );
  check('repeated titles', [
    ...range(50).map((index) => ({ suites: ['a'], title: 'same', failed: index % 2 === 0 })),
    { suites: ['a'], title: 'other' },
  ]);
  check('suites in suites', [
    { suites: range(60).map((depth) => `level ${depth}`), title: 'deep', failed: true },
    { suites: ['level 0'], title: 'shallow' },
  ]);
  check('titles of all scripts', [
    { suites: ['größe', '大きさ', '🧪👩‍🔬'], title: 'e\u0301 is not é', failed: true },
    { suites: ['مقاس'], title: 'שלום \u202Eabc' },
    { suites: ['\u{1D4D0}'], title: 'a\u00A0b' },
  ]);
  check('titles of ten thousand characters', [
    { suites: ['s'.repeat(10_000)], title: 'x'.repeat(10_000), failed: true },
    { suites: ['s'.repeat(10_000)], title: `${'x'.repeat(9_999)}y` },
  ]);
  check(
    'a thousand failures',
    range(1000).map((index) => ({ suites: ['a'], title: `t${index}`, failed: true })),
  );
  check(
    'twenty megabytes',
    range(20_000).map((index) => ({ suites: ['a'], title: `t${index} ${'x'.repeat(1000)}` })),
  );

  it("a thousand failures in libtest's text", () => {
    const names = range(1000).map((index) => `tests::t${String(index).padStart(4, '0')}`);
    const text = [
      '     Running unittests src/lib.rs (target/debug/deps/calc-0123)',
      'running 1000 tests',
      ...names.map((name) => `test ${name} ... FAILED`),
      'failures:',
      ...names.map((name) => `---- ${name} stdout ----\nno ${name}\n`),
      'failures:',
      ...names.map((name) => `    ${name}`),
      'test result: FAILED. 0 passed; 1000 failed; 0 ignored; 0 measured; 0 filtered out',
      'error: 1 target failed:',
    ].join('\n');
    const outcome = {
      end: { kind: 'exited' as const, code: 101 },
      stdout: text,
      stderr: '',
      durationMs: 1,
    };
    const { tests, complete } = readLibtest({ text, outcome, root: '/project', cwd: '' });
    assert.equal(complete, true);
    assert.ok(names.every((name, index) => tests[index]?.message === `no ${name}`));
  });
});
