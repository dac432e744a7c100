import assert from 'node:assert/strict';
import {
  buildReporter,
  check,
  messageOf,
  report,
  script,
  SUITE,
  SUITE_RESULTS,
} from '../support/framework-run';

describe('node:test', function () {
  this.timeout(300_000);
  before(buildReporter);

  const suite = `
      const { describe, it, test } = require('node:test');
      const check = require('assert').deepStrictEqual;
      ${SUITE}
      test('parent', async (t) => { await t.test('child', () => {}); });
      test.todo('some day');
      console.log('{"type":"end"}');
    `;
  const exit = `const { test } = require('node:test'); test('x', () => {}); test('y', () => { process.exit(0) });`;

  it('reports passes, failures, skips, repeated and nested titles, and files that do not load', async () => {
    const files = {
      'package.json': script('node --test --test-reporter=spec test/a.js test/b.js test/c.js'),
      'test/a.js': suite,
      'test/b.js': `const { test } = require('node:test'); test(`,
      'test/c.js': `require('assert')(true)`,
    };
    const result = await check({ files }, 'completed', [
      ...SUITE_RESULTS('test/a.js'),
      'test/a.js › größe › inner › deep › takes 1: passed',
      'test/a.js › größe › inner › deep › takes 2: passed',
      'test/a.js › parent › child: passed',
      'test/a.js › parent: passed',
      'test/a.js › some day: skipped',
      'test/b.js: failed (whole file)',
      'test/c.js: passed',
    ]);
    assert.match(messageOf(result, 'test/a.js › größe › differs'), /a: 1[\s\S]*a: 2/);
    assert.match(messageOf(result, 'test/b.js'), /SyntaxError/);
  });

  it('runs only the files of a scope', async () => {
    const one = `require('node:test').test('x', () => {})`;
    const files = {
      'package.json': script('node --test'),
      'test/a.test.js': one,
      'test/b.test.js': one,
    };
    await check({ files, scope: { kind: 'files', files: ['test/b.test.js'] } }, 'completed', [
      'test/b.test.js › x: passed',
    ]);
  });

  it('reports no test of a file that exits early as passed', async () => {
    const files = { 'package.json': script('node --test test/a.js'), 'test/a.js': exit };
    const result = await report({ files });
    assert.ok(
      result.tests.every(({ outcome }) => outcome !== 'passed'),
      result.output,
    );
  });

  it('runs a file by itself, and takes its early exit for a crash', async () => {
    const files = { 'package.json': script('node test.js'), 'test.js': suite };
    const result = await report({ files });
    assert.equal(result.end.kind, 'completed');
    assert.equal(
      result.tests.find(({ id }) => id === 'test.js › größe › differs')?.outcome,
      'failed',
    );
    await check({ files: { ...files, 'test.js': exit } }, 'crashed', []);
  });

  it('reports a failure outside of the tests', async () => {
    const late = `require('node:test').test('x', () => {}); setTimeout(() => { throw new Error('late') }, 20)`;
    const result = await report({
      files: { 'package.json': script('node --test a.test.js'), 'a.test.js': late },
    });
    assert.ok(
      result.tests.some(
        ({ outcome, message }) => outcome === 'failed' && /late/.test(message ?? ''),
      ),
    );
  });

  it('runs TypeScript through a loader', async () => {
    const files = {
      'package.json': script(`node --import tsx --test 'test/**/*.test.ts'`),
      'test/a.test.ts': `import { test } from 'node:test'; const n: number = 1; test('n ' + n, () => {});`,
    };
    await check({ files, file: 'a.ts' }, 'completed', ['test/a.test.ts › n 1: passed']);
  });

  it('collects nothing', async () => {
    await check({ files: { 'package.json': script('node --test none.js') } }, 'completed', []);
  });
});
