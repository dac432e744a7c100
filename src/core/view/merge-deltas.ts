import type { RunEvent, RunEventOf } from '../api/events';

type Delta = RunEventOf<'reasoning-delta'> | RunEventOf<'answer-delta'>;

/**
 * The same list with fewer events: pieces of text that follow each other in one sample become one,
 * also where other samples were written in between. Folding it gives the same view.
 */
export function mergeDeltas(events: Iterable<RunEvent>): readonly RunEvent[] {
  const merged: RunEvent[] = [];
  /** Where the text of a sample may be continued: the place of its last piece. */
  const open = new Map<string, number>();
  for (const event of events) {
    if (!isDelta(event)) {
      if ('sample' in event) open.delete(event.sample);
      merged.push(event);
      continue;
    }
    const place = open.get(event.sample);
    const last = place === undefined ? undefined : merged[place];
    if (place !== undefined && last?.type === event.type)
      merged[place] = { ...last, text: last.text + event.text };
    else open.set(event.sample, merged.push(event) - 1);
  }
  return merged;
}

function isDelta(event: RunEvent): event is Delta {
  return event.type === 'reasoning-delta' || event.type === 'answer-delta';
}
