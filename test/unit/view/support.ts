import type { EventBody, RunEvent } from '../../../src/core/api/events';
import type { RunView } from '../../../src/core/view';
import { foldEvents } from '../../../src/core/view';

/** Gives events the headers that a run would give them. */
export function stamped(bodies: readonly EventBody[]): readonly RunEvent[] {
  return bodies.map((body, index) => ({
    v: 1,
    run: '20260131-094512-3fa9c1',
    seq: index + 1,
    at: '2026-01-31T09:45:12.000Z',
    ...body,
  }));
}

export function viewOf(...bodies: readonly EventBody[]): RunView {
  return foldEvents(stamped(bodies));
}

export const started: EventBody = {
  type: 'run-started',
  task: { file: 'src/price.ts', range: { first: 10, last: 20 }, symbol: 'total' },
  workspace: '/project',
  model: { name: 'embedded', provider: 'embedded' },
  strategy: 'best-of-n',
  stop: 'balanced',
  budget: { samples: 8 },
};

export function sampleStarted(sample: string): EventBody {
  return { type: 'sample-started', sample, wave: 1, model: 'embedded' };
}

export function candidateCreated(candidate: string, sample: string): EventBody {
  return { type: 'candidate-created', candidate, sample, diff: `diff of ${candidate}` };
}

export const spending = {
  samples: 2,
  promptTokens: 0,
  outputTokens: 0,
  estimated: false,
  elapsedMs: 1200,
  testMs: 600,
};
