import * as v from 'valibot';
import { EVENT_VERSION, type RunEvent } from '../api/events';

/** What is checked of a stored line; the fields of a type were written by this same program. */
const header = v.looseObject({
  v: v.literal(EVENT_VERSION),
  run: v.string(),
  seq: v.number(),
  at: v.string(),
  type: v.string(),
});

/** The event on a line of a log, or undefined for a blank, broken or foreign one. */
export function parseEvent(line: string): RunEvent | undefined {
  if (line.trim() === '') return undefined;
  try {
    const parsed = v.safeParse(header, JSON.parse(line));
    return parsed.success ? (parsed.output as unknown as RunEvent) : undefined;
  } catch {
    return undefined;
  }
}
