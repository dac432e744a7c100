import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { EventBody } from '../../../src/core/api/events';
import { foldEvents, mergeDeltas } from '../../../src/core/view';
import { sampleStarted, stamped } from './support';

const samples = ['s1', 's2', 's3'];

const bodies: fc.Arbitrary<EventBody> = fc
  .tuple(fc.constantFrom(...samples), fc.string({ maxLength: 5 }), fc.nat(9))
  .map(([sample, text, choice]): EventBody => {
    if (choice < 4) return { type: 'reasoning-delta', sample, text };
    if (choice < 8) return { type: 'answer-delta', sample, text };
    if (choice === 8) return { type: 'warning', message: text };
    return { type: 'sample-finished', sample, end: { kind: 'complete' }, durationMs: 1 };
  });

describe('merging deltas', () => {
  it('never changes what is seen', () => {
    fc.assert(
      fc.property(fc.array(bodies, { maxLength: 60 }), (list) => {
        const events = stamped([...samples.map(sampleStarted), ...list]);
        assert.deepEqual(foldEvents(mergeDeltas(events)), foldEvents(events));
      }),
    );
  });

  it('makes one event of the text that sixteen samples write at the same time', () => {
    const names = Array.from({ length: 16 }, (_, index) => `s${index + 1}`);
    const events = stamped(
      Array.from({ length: 50 }, () => names).flatMap((round) =>
        round.map((sample): EventBody => ({ type: 'reasoning-delta', sample, text: 'word ' })),
      ),
    );
    const merged = mergeDeltas(events);
    assert.equal(merged.length, 16);
    assert.deepEqual(
      merged.map((event) => event.type === 'reasoning-delta' && event.text.length),
      names.map(() => 250),
    );
  });
});
