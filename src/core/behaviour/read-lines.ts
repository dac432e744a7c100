import * as v from 'valibot';
import type { Call, Outcome, Value } from '../api/behaviour';

// What is read here was written while untrusted code ran: every line is checked, and a bad one is none.

const value: v.GenericSchema<unknown, Value> = v.lazy(() => valueOf);
const pair = <K extends v.GenericSchema>(key: K) => v.tuple([key, value]);
const valueOf = v.variant('kind', [
  v.object({ kind: v.literal('null') }),
  v.object({ kind: v.literal('undefined') }),
  v.object({ kind: v.literal('bool'), value: v.boolean() }),
  v.object({ kind: v.literal('int'), value: v.pipe(v.string(), v.regex(/^-?\d+$/)) }),
  v.object({ kind: v.literal('number'), value: v.string() }),
  v.object({ kind: v.literal('text'), value: v.string() }),
  v.object({ kind: v.literal('date'), value: v.number() }),
  v.object({ kind: v.picklist(['list', 'tuple', 'set']), items: v.array(value) }),
  v.object({ kind: v.literal('map'), entries: v.array(pair(value)) }),
  v.object({ kind: v.literal('object'), entries: v.array(pair(v.string())) }),
]);
const call = v.object({ args: v.array(value), named: v.array(pair(v.string())) });

const outcome = v.object({
  index: v.pipe(v.number(), v.integer(), v.minValue(0)),
  kind: v.picklist(['returns', 'throws', 'endless', 'varies']),
  text: v.pipe(v.string(), v.maxLength(10_000)),
  opaque: v.boolean(),
});

/** The calls that were recorded. */
export function readCalls(text: string): readonly Call[] {
  return linesOf(text).flatMap((line) => {
    const read = v.safeParse(call, line);
    return read.success ? [read.output] : [];
  });
}

/** What was observed, by the number of the input; where a module was loaded twice, the first time. */
export function readOutcomes(text: string): ReadonlyMap<number, Outcome> {
  const outcomes = new Map<number, Outcome>();
  for (const line of linesOf(text)) {
    const read = v.safeParse(outcome, line);
    if (!read.success || outcomes.has(read.output.index)) continue;
    const { index, ...observed } = read.output;
    outcomes.set(index, observed);
  }
  return outcomes;
}

function linesOf(text: string): readonly unknown[] {
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as unknown];
    } catch {
      return [];
    }
  });
}
