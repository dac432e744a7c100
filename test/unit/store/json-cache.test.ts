import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJsonCache } from '../../../src/core/store/json-cache';

describe('the cache of values', () => {
  let folder: string;
  beforeEach(() => (folder = join(mkdtempSync(join(tmpdir(), 'wcache-')), 'cache')));
  afterEach(() => rmSync(join(folder, '..'), { recursive: true }));
  const open = () => openJsonCache(folder, { entries: 2, ageMs: 60_000, size: 20 });

  it('gives back what was written', async () => {
    await open().write('a', { b: [1] });
    assert.deepEqual(await open().read('a'), { b: [1] });
    assert.equal(await open().read('other'), undefined);
  });

  it('forgets what is old, too much or too large', async () => {
    const cache = open();
    await cache.write('old', 1);
    utimesSync(join(folder, 'old.json'), new Date(0), new Date(0));
    assert.equal(await cache.read('old'), undefined);
    await cache.write('large', 'x'.repeat(21));
    await cache.write('b', 2);
    await cache.write('c', 3);
    utimesSync(join(folder, 'b.json'), new Date(Date.now() - 9_000), new Date(Date.now() - 9_000));
    await cache.write('d', 4);
    assert.deepEqual(readdirSync(folder).sort(), ['c.json', 'd.json']);
  });

  it('takes a broken file for none, and a folder that cannot be made for nothing to keep', async () => {
    const cache = open();
    await cache.write('a', 1);
    writeFileSync(join(folder, 'a.json'), '{"a":');
    assert.equal(await cache.read('a'), undefined);
    const nowhere = openJsonCache(join(folder, 'a.json', 'below'), {
      entries: 1,
      ageMs: 1,
      size: 9,
    });
    await nowhere.write('a', 1);
    assert.equal(await nowhere.read('a'), undefined);
  });
});
