import assert from 'node:assert/strict';
import type { EventBody, RunEvent } from '../../../src/core/api/events';
import { emptyView, foldEvent, foldEvents, tally } from '../../../src/core/view';
import { candidateCreated, sampleStarted, spending, stamped, started, viewOf } from './support';

describe('the view of a run', () => {
  it('says what is asked and by which model', () => {
    const { start } = viewOf(started);
    assert.equal(start?.task.file, 'src/price.ts');
    assert.equal(start.run, '20260131-094512-3fa9c1');
    assert.deepEqual(start.budget, { samples: 8 });
  });

  it('collects the text of each sample apart', () => {
    const { samples } = viewOf(
      sampleStarted('s1'),
      sampleStarted('s2'),
      { type: 'reasoning-delta', sample: 's1', text: 'The bound ' },
      { type: 'reasoning-delta', sample: 's2', text: 'Maybe ' },
      { type: 'reasoning-delta', sample: 's1', text: 'is wrong.' },
      { type: 'answer-delta', sample: 's1', text: '<=' },
      { type: 'sample-finished', sample: 's1', end: { kind: 'complete' }, durationMs: 30 },
    );
    assert.deepEqual(
      samples.map(({ reasoning, answer, end }) => [reasoning, answer, end?.kind]),
      [
        ['The bound is wrong.', '<=', 'complete'],
        ['Maybe ', '', undefined],
      ],
    );
  });

  it('counts a duplicate as a vote for the candidate it repeats', () => {
    const view = viewOf(sampleStarted('s1'), candidateCreated('c1', 's1'), sampleStarted('s2'), {
      type: 'verdict',
      sample: 's2',
      verdict: { kind: 'duplicate', of: 'c1' },
    });
    assert.deepEqual(view.candidates[0]?.samples, ['s1', 's2']);
    assert.equal(view.samples[1]?.verdict?.kind, 'duplicate');
    assert.equal(view.samples[1].candidate, undefined);
  });

  it('lets a later verdict replace an earlier one', () => {
    const { candidates } = viewOf(
      sampleStarted('s1'),
      candidateCreated('c1', 's1'),
      {
        type: 'verdict',
        candidate: 'c1',
        sample: 's1',
        verdict: { kind: 'passed', tests: 3, durationMs: 5 },
      },
      { type: 'verification-started', candidate: 'c1', stage: 'confirmation' },
      { type: 'verdict', candidate: 'c1', sample: 's1', verdict: { kind: 'flaky', tests: ['a'] } },
    );
    assert.equal(candidates[0]?.verdict?.kind, 'flaky');
    assert.equal(candidates[0].confirmed, false);
  });

  it('remembers why no reply could be had', () => {
    const failure = { kind: 'unauthorized', message: 'Wrong key.', fatal: true } as const;
    const view = viewOf(sampleStarted('s1'), {
      type: 'sample-finished',
      sample: 's1',
      end: { kind: 'failed', failure },
      durationMs: 3,
    });
    assert.deepEqual(view.failure, failure);
  });

  it('ignores events that it does not know', () => {
    const unknown = { ...stamped([started])[0], type: 'brand-new' } as unknown as RunEvent;
    assert.equal(foldEvent(emptyView, unknown), emptyView);
  });

  it('keeps the identity of what an event does not concern', () => {
    const before = foldEvents(stamped([sampleStarted('s1'), sampleStarted('s2')]));
    const [delta] = stamped([{ type: 'reasoning-delta', sample: 's2', text: 'x' }]);
    const after = foldEvent(before, delta!);
    assert.equal(after.samples[0], before.samples[0]);
    assert.notEqual(after.samples[1], before.samples[1]);
    assert.equal(after.candidates, before.candidates);
  });
});

describe('the tally of a run', () => {
  const passed = { kind: 'passed', tests: 3, durationMs: 5 } as const;
  const finished = (sample: string, kind: 'complete' | 'exhausted'): EventBody => ({
    type: 'sample-finished',
    sample,
    end: { kind },
    durationMs: 1,
  });

  it('counts what has been written, tested and passed', () => {
    const view = viewOf(
      sampleStarted('s1'),
      finished('s1', 'complete'),
      candidateCreated('c1', 's1'),
      { type: 'verdict', candidate: 'c1', sample: 's1', verdict: passed },
      sampleStarted('s2'),
      finished('s2', 'complete'),
      candidateCreated('c2', 's2'),
      sampleStarted('s3'),
      { type: 'budget-updated', spending },
    );
    assert.deepEqual(tally(view), {
      samplesStarted: 3,
      samplesFinished: 2,
      candidates: 2,
      judged: 1,
      passed: 1,
    });
  });

  it('leaves out attempts of a model that had nothing more to say', () => {
    const view = viewOf(sampleStarted('s1'), finished('s1', 'exhausted'));
    assert.equal(tally(view).samplesStarted, 0);
  });
});
