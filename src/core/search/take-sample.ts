import type { EventBody } from '../api/events';
import type { Model, SampleEnd, SampleRequest, Usage } from '../api/model';

export interface SampleResult {
  readonly answer: string;
  readonly end: SampleEnd;
  readonly usage: Usage | undefined;
}

/** Draws one sample and tells of it while it is being written. */
export async function takeSample(
  model: Model,
  request: SampleRequest,
  sample: string,
  emit: (event: EventBody) => void,
  signal: AbortSignal,
): Promise<SampleResult> {
  const startedAt = Date.now();
  let answer = '';
  let usage: Usage | undefined;
  let end: SampleEnd = { kind: 'cancelled' };
  for await (const part of model.sample(request, signal)) {
    switch (part.kind) {
      case 'reasoning':
        emit({ type: 'reasoning-delta', sample, text: part.text });
        break;
      case 'answer':
        answer += part.text;
        emit({ type: 'answer-delta', sample, text: part.text });
        break;
      case 'usage':
        usage = part.usage;
        break;
      case 'end':
        end = part.end;
        break;
    }
  }
  emit({
    type: 'sample-finished',
    sample,
    end,
    ...(usage && { usage }),
    durationMs: Date.now() - startedAt,
  });
  return { answer, end, usage };
}
