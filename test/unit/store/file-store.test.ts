import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunEvent } from '../../../src/core/api/events';
import { openStore } from '../../../src/core/store/file-store';

describe('openStore', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'winnow-store-test-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const event = (run: string, seq: number): RunEvent => ({
    v: 1,
    run,
    seq,
    at: '2026-01-01T00:00:00.000Z',
    type: 'warning',
    message: `ünïcode ${seq}`,
  });

  it('reads back what was appended, in order, from a new store', async () => {
    const store = openStore(folder);
    const events = Array.from({ length: 50 }, (_, i) => event('r1', i + 1));
    await Promise.all(events.map((each) => store.append(each)));
    assert.deepEqual(await openStore(folder).read('r1'), events);
  });

  it('keeps two runs apart and lists the newest first', async () => {
    const store = openStore(folder);
    await Promise.all([store.append(event('20260101-a', 1)), store.append(event('20260102-b', 1))]);
    assert.deepEqual(await store.list(), ['20260102-b', '20260101-a']);
    assert.equal((await store.read('20260101-a')).length, 1);
  });

  it('skips a line that a crash cut off, and lines of another version', async () => {
    const store = openStore(folder);
    await store.append(event('r1', 1));
    await appendFile(
      join(folder, 'runs', 'r1.jsonl'),
      '{"v":99,"run":"r1"}\n{"v":1,"run":"r1","se',
    );
    assert.deepEqual(await store.read('r1'), [event('r1', 1)]);
  });

  it('has nothing to read of an unknown run, nor of a path', async () => {
    const store = openStore(folder);
    assert.deepEqual(await store.read('nope'), []);
    assert.deepEqual(await store.read('../../etc/passwd'), []);
    await store.remove('../../etc/passwd');
  });

  it('forgets a removed run', async () => {
    const store = openStore(folder);
    await store.append(event('r1', 1));
    await store.remove('r1');
    assert.deepEqual(await store.list(), []);
  });
});
