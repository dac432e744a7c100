import * as v from 'valibot';
import type { ReadTests, ReportSource } from '../api/framework';
import type { TestOutcome, TestResult } from '../api/report';
import { createIdMaker } from './ids';
import { parseJson } from './json';
import { relativePath } from './paths';
import { details, NO_REPORT } from './results';

const example = v.object({
  /** `./spec/a_spec.rb[1:2]`: the file that was loaded, and the place in it. */
  id: v.string(),
  description: v.nullish(v.string(), ''),
  full_description: v.string(),
  status: v.string(),
  run_time: v.nullish(v.number()),
  exception: v.nullish(
    v.object({
      class: v.nullish(v.string(), ''),
      message: v.nullish(v.string(), ''),
      backtrace: v.nullish(v.array(v.string())),
    }),
  ),
});

const report = v.object({
  messages: v.optional(v.array(v.string()), []),
  examples: v.array(example),
  summary: v.object({ errors_outside_of_examples_count: v.optional(v.number(), 0) }),
});

type Example = v.InferOutput<typeof example>;

const OUTCOMES: Readonly<Record<string, TestOutcome>> = {
  passed: 'passed',
  failed: 'failed',
  pending: 'skipped',
};

/** Where a file could not be loaded; RSpec then runs no example at all. */
const NOT_LOADED = /^\s*An error occurred while loading (.+?\.rb)\b/;

/** Texts that RSpec makes up for an example without one: they depend on what becomes of it. */
const MADE_UP = /^(is expected|example at\b|$)/;

/** Reads RSpec's `json` formatter. An example without a status was running when the process ended. */
export function readRSpec(source: ReportSource): ReadTests {
  const parsed = v.safeParse(report, parseJson(source.text));
  if (!parsed.success) return NO_REPORT;
  const { examples, messages, summary } = parsed.output;
  const makeId = createIdMaker();
  const tests = [...examples].sort(byPlace).flatMap((each): readonly TestResult[] => {
    const outcome = OUTCOMES[each.status];
    return outcome === undefined ? [] : [resultOf(each, outcome, source, makeId)];
  });
  if (summary.errors_outside_of_examples_count > 0)
    tests.push(...errorsOutside(messages, source, makeId));
  return { tests, complete: examples.every(({ status }) => status in OUTCOMES) };
}

function resultOf(
  each: Example,
  outcome: TestOutcome,
  source: ReportSource,
  makeId: ReturnType<typeof createIdMaker>,
): TestResult {
  const { id, description, full_description: full, run_time: seconds } = each;
  const [path, place] = placeOf(id);
  const file = relativePath(path, source);
  const made = MADE_UP.test(description);
  const group =
    made && description && full.endsWith(description) ? full.slice(0, -description.length) : full;
  const title = made ? `${group.trim()} [${place.join(':')}]` : full;
  return {
    id: makeId(file, title),
    outcome,
    ...details({
      file,
      durationMs: seconds == null ? undefined : seconds * 1000,
      message: outcome === 'failed' ? messageOf(each) : undefined,
    }),
  };
}

/** An exception in its own words, with the lines of the project that led to it. */
function messageOf({ exception }: Example): string {
  const { class: name, message, backtrace } = exception ?? {};
  const own = (backtrace ?? []).filter((line) => !/\/gems\/|\/bin\/rspec/.test(line));
  return [`${name ?? ''}: ${message?.trim() ?? ''}`, ...own.slice(0, 10)].join('\n');
}

function errorsOutside(
  messages: readonly string[],
  source: ReportSource,
  makeId: ReturnType<typeof createIdMaker>,
): readonly TestResult[] {
  const errors = messages.filter((message) => /^\s*An error occurred\b/.test(message));
  return (errors.length > 0 ? errors : ['An error occurred.']).map((message) => {
    const path = NOT_LOADED.exec(message)?.[1];
    if (path === undefined)
      return {
        id: makeId('(outside of its tests)'),
        outcome: 'failed',
        ...details({ file: undefined, message }),
      };
    const file = relativePath(path, source);
    return { id: makeId(file), outcome: 'failed', wholeFile: true, ...details({ file, message }) };
  });
}

function placeOf(id: string): readonly [path: string, place: readonly number[]] {
  const [, path = id, place = ''] = /^(.*)\[([\d:]+)\]$/.exec(id) ?? [];
  return [path, place.split(':').map(Number)];
}

/** In the order of the source: RSpec may run examples in a random one. */
function byPlace(a: Example, b: Example): number {
  const [pathA, placeA] = placeOf(a.id);
  const [pathB, placeB] = placeOf(b.id);
  if (pathA !== pathB) return pathA < pathB ? -1 : 1;
  const at = placeA.findIndex((part, index) => part !== placeB[index]);
  return at < 0 ? 0 : (placeA[at] ?? 0) - (placeB[at] ?? 0);
}
