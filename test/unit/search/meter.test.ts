import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMeter } from '../../../src/core/search/meter';

describe('createMeter', () => {
  it('gives out no more samples than the budget has', () => {
    const meter = createMeter({ samples: 2 }, 4, Date.now());
    assert.equal(meter.reserve().kind, 'reserved');
    assert.equal(meter.reserve().kind, 'reserved');
    assert.deepEqual(meter.reserve(), { kind: 'spent', limit: '2 samples' });
  });

  it('never lets the worst case of all requests exceed the token limit', () => {
    const numbers = fc.record({
      limit: fc.integer({ min: 64, max: 20_000 }),
      width: fc.integer({ min: 1, max: 16 }),
      used: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }),
    });
    fc.assert(
      fc.property(numbers, ({ limit, width, used }) => {
        const meter = createMeter({ samples: 100, outputTokens: limit }, width, Date.now());
        let worstCase = 0;
        for (const share of used) {
          const reserved = meter.reserve();
          if (reserved.kind === 'spent') break;
          const maxTokens = reserved.maxTokens ?? Infinity;
          const outputTokens = Math.floor(share * maxTokens);
          worstCase += outputTokens;
          reserved.settle({ promptTokens: 0, outputTokens, estimated: false });
        }
        return worstCase <= limit && meter.spending().outputTokens <= limit;
      }),
    );
  });

  it('says when a count is an estimate', () => {
    const meter = createMeter({ samples: 2 }, 1, Date.now());
    const first = meter.reserve();
    assert.ok(first.kind === 'reserved');
    first.settle({ promptTokens: 3, outputTokens: 4, estimated: true });
    assert.equal(meter.spending().estimated, true);
  });
});
