import assert from 'node:assert/strict';
import { check, messageOf, script, SUITE, SUITE_RESULTS } from '../support/framework-run';

describe('jest', function () {
  this.timeout(300_000);

  const suite = `const check = (a, b) => expect(a).toEqual(b);${SUITE}`;
  const files = {
    'package.json': script('jest --coverage --reporters=default --silent'),
    'a.test.js': suite,
  };

  it('reports passes, failures, skips, repeated and nested titles, and files that do not load', async () => {
    const result = await check({ files: { ...files, 'b.test.js': 'it(' } }, 'completed', [
      ...SUITE_RESULTS('a.test.js'),
      'a.test.js › größe › inner › deep › takes 1: passed',
      'a.test.js › größe › inner › deep › takes 2: passed',
      'b.test.js: failed (whole file)',
    ]);
    assert.match(messageOf(result, 'a.test.js › größe › differs'), /"a": 2/);
    assert.match(messageOf(result, 'b.test.js'), /SyntaxError|Unexpected token/);
  });

  it('runs only the files of a scope', async () => {
    const more = { ...files, 'test/b.test.js': `test('y', () => {})` };
    await check({ files: more, scope: { kind: 'files', files: ['test/b.test.js'] } }, 'completed', [
      'test/b.test.js › y: passed',
    ]);
  });

  it('collects nothing', async () => {
    await check({ files: { 'package.json': script('jest') } }, 'completed', []);
  });

  it('does not write snapshots', async () => {
    const snapshot = `test('s', () => { expect(1).toMatchSnapshot() })`;
    await check(
      { files: { 'package.json': script('jest -u'), 's.test.js': snapshot } },
      'completed',
      ['s.test.js › s: failed'],
    );
  });

  it('takes an early exit for a crash, whatever its code', async () => {
    const exit = `test('x', () => { process.exit(0) })`;
    await check({ files: { 'package.json': script('jest'), 'a.test.js': exit } }, 'crashed', []);
  });
});
