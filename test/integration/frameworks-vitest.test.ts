import assert from 'node:assert/strict';
import { check, messageOf, report, script, SUITE, SUITE_RESULTS } from '../support/framework-run';

describe('vitest', function () {
  this.timeout(300_000);

  const suite = `import { describe, expect, it } from 'vitest'; const check = (a, b) => expect(a).toEqual(b);${SUITE}`;
  const files = {
    'package.json': script('vitest --coverage', { type: 'module' }),
    'vitest.config.js': `export default { test: { bail: 1, outputFile: 'own.xml', reporters: ['junit'] } }`,
    'a.test.js': suite,
  };

  it('reports passes, failures, skips, repeated and nested titles, and files that do not load', async () => {
    const result = await check(
      { files: { ...files, 'b.test.js': `import './none.js'` } },
      'completed',
      [
        ...SUITE_RESULTS('a.test.js'),
        'a.test.js › größe › inner › deep › takes 1: passed',
        'a.test.js › größe › inner › deep › takes 2: passed',
        'b.test.js: failed (whole file)',
      ],
    );
    assert.match(messageOf(result, 'a.test.js › größe › differs'), /a: 1/);
  });

  it('reports a suite whose hook fails', async () => {
    const hook = `import { beforeAll, test } from 'vitest'; beforeAll(() => { throw new Error('hook') }); test('x', () => {})`;
    const result = await report({ files: { ...files, 'a.test.js': hook } });
    assert.equal(result.end.kind, 'completed');
    assert.ok(result.tests.some(({ outcome }) => outcome === 'failed'));
    assert.ok(result.tests.every(({ outcome }) => outcome !== 'passed'));
  });

  it('runs only the files of a scope', async () => {
    const more = {
      ...files,
      'test/b.test.js': `import { test } from 'vitest'; test('y', () => {})`,
    };
    await check({ files: more, scope: { kind: 'files', files: ['test/b.test.js'] } }, 'completed', [
      'test/b.test.js › y: passed',
    ]);
  });

  it('collects nothing', async () => {
    await check({ files: { 'package.json': script('vitest run') } }, 'completed', []);
  });

  it('does not let a test end the run', async () => {
    const exit = `import { test } from 'vitest'; test('x', () => { process.exit(0) })`;
    await check({ files: { ...files, 'a.test.js': exit } }, 'completed', ['a.test.js › x: failed']);
  });
});
