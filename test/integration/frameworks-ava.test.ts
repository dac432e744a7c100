import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../host/cache';
import { npmInstall } from '../host/npm';
import { check, messageOf, report, script } from '../support/framework-run';
import { skip } from '../support/skip';

const AVA = 'ava@6.4.1';

/** The folder is a package of its own, or npm would take the one around it. */
async function install(folder: string): Promise<void> {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  await npmInstall(folder, '--no-package-lock', AVA);
}

describe('ava, by its TAP', function () {
  this.timeout(180_000);
  let modules: string;

  before(async function () {
    try {
      modules = join(await cached(AVA, install), 'node_modules');
    } catch {
      skip(this, `${AVA} cannot be installed`);
    }
  });

  const suite = `
    import test from 'ava';
    test('adds', (t) => t.is(1 + 1, 2));
    test('größe › deep', (t) => t.pass());
    test('differs', (t) => t.deepEqual({ a: 1 }, { a: 2 }));
    test.skip('later', (t) => t.pass());
    test.failing('is known', (t) => t.fail());
    for (const n of [1, 2]) test('takes ' + n, (t) => t.pass());
  `;
  const manifest = script('xo && ava && tsd', { type: 'module' });

  it('reports each test of several files', async () => {
    const files = {
      'package.json': manifest,
      'test/a.js': suite,
      'test/b.js': `import test from 'ava'; test('adds', (t) => t.pass());`,
    };
    const result = await check({ files, modules }, 'completed', [
      'a › adds: passed',
      'a › größe › deep: passed',
      'a › differs: failed',
      'a › later: skipped',
      'a › is known: passed',
      'a › takes 1: passed',
      'a › takes 2: passed',
      'b › adds: passed',
    ]);
    assert.match(messageOf(result, 'a › differs'), /Difference/);
  });

  it('reports no test as passed in a file that exits', async () => {
    const files = {
      'package.json': manifest,
      'test/a.js': `import test from 'ava'; test('x', () => process.exit(0));`,
    };
    const result = await report({ files, modules });
    assert.ok(
      result.tests.every(({ outcome }) => outcome !== 'passed'),
      result.output,
    );
  });
});
