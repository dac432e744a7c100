import assert from 'node:assert/strict';
import type { Model } from '../../../src/core/api/model';
import { createLedger } from '../../../src/core/search/ledger';
import { createMeter } from '../../../src/core/search/meter';
import { search } from '../../../src/core/search/search';
import { bestOfN } from '../../../src/core/strategies/best-of-n';
import { stopRule } from '../../../src/core/strategies/stopping';

/** A model that writes until it is cancelled. */
const endless: Model = {
  name: 'endless',
  provider: 'openai',
  traits: {
    defaultSamples: 2,
    defaultConcurrency: 2,
    followsInstructions: true,
    repairs: false,
  },
  async *sample(_request, signal) {
    if (!signal.aborted)
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    yield { kind: 'end', end: { kind: 'cancelled' } };
  },
};

describe('search', () => {
  it('says that the deadline ended it', async () => {
    const { reason } = await search(
      {
        model: endless,
        problem: {
          task: { file: 'a.js', range: { first: 1, last: 1 } },
          text: '',
          failing: [],
          attempts: [],
        },
        strategy: bestOfN(2),
        stop: stopRule('balanced'),
        verifier: { verify: () => assert.fail(), confirm: () => assert.fail() },
        ledger: createLedger(() => ''),
        meter: createMeter({ samples: 2 }, 2, Date.now()),
        reading: {
          parse: () => assert.fail(),
          keyOf: () => assert.fail(),
          replacementOf: () => assert.fail(),
        },
        sampling: { concurrency: 2, workers: 1, seed: 0 },
        emit: () => undefined,
      },
      AbortSignal.timeout(50),
    );
    assert.equal(reason, 'the deadline passed');
  });
});
