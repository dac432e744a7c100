import * as v from 'valibot';
import type { ReadTests, ReportSource } from '../api/framework';
import type { TestOutcome, TestResult } from '../api/report';
import { createIdMaker } from './ids';
import { findJson, parseJson } from './json';
import { relativePath } from './paths';
import { details, NO_REPORT } from './results';

const entry = v.looseObject({
  title: v.string(),
  fullTitle: v.string(),
  file: v.nullish(v.string()),
  duration: v.nullish(v.number()),
  err: v.optional(
    v.looseObject({
      message: v.optional(v.unknown()),
      stack: v.optional(v.unknown()),
      expected: v.optional(v.unknown()),
      actual: v.optional(v.unknown()),
    }),
    {},
  ),
});

const report = v.object({
  tests: v.array(entry),
  pending: v.array(entry),
  failures: v.array(entry),
  passes: v.array(entry),
});

type Entry = v.InferOutput<typeof entry>;

/** Mocha says so, and writes no report, where its patterns match nothing. */
const NOTHING_COLLECTED = /Error: No test files found|^No test files found/m;

/**
 * Reads mocha's `json` reporter, from its file or, where mocha is too old to write one, from stdout.
 * Failed hooks, which the reporter lists among the failures only, become failed results.
 */
export function readMochaJson(source: ReportSource): ReadTests {
  const { stdout, stderr } = source.outcome;
  const text = source.text ?? findJson(stdout, 'stats');
  const parsed = v.safeParse(report, parseJson(text));
  if (!parsed.success)
    return text === undefined && NOTHING_COLLECTED.test(`${stdout}\n${stderr}`)
      ? { tests: [], complete: true }
      : NO_REPORT;
  const { tests, failures, pending, passes } = parsed.output;
  const makeId = createIdMaker();
  const failed = keysOf(failures);
  const skipped = keysOf(pending);
  const passed = keysOf(passes);
  const listed = keysOf(tests);
  const outcomeOf = (test: Entry): TestOutcome => {
    const key = keyOf(test);
    if (failed.has(key)) return 'failed';
    return passed.has(key) && !skipped.has(key) ? 'passed' : 'skipped';
  };
  const hooks = failures.filter((failure) => !listed.has(keyOf(failure)));
  return {
    tests: [...tests, ...hooks].map((test) => readTest(test, outcomeOf(test), source, makeId)),
    complete: true,
  };
}

function readTest(
  test: Entry,
  outcome: TestOutcome,
  source: ReportSource,
  makeId: ReturnType<typeof createIdMaker>,
): TestResult {
  const file = test.file ? relativePath(test.file, source) : undefined;
  const suites = test.fullTitle.endsWith(test.title)
    ? test.fullTitle.slice(0, -test.title.length || undefined).trim()
    : '';
  return {
    id: makeId(file, suites, test.title),
    outcome,
    ...details({
      file,
      durationMs: test.duration ?? undefined,
      message: outcome === 'failed' ? messageOf(test) : undefined,
    }),
  };
}

function messageOf({ err }: Entry): string {
  const { message, stack, expected, actual } = err;
  const words = typeof message === 'string' ? message : '';
  const trace = typeof stack === 'string' ? stack : '';
  const text = trace.includes(words) ? trace : `${words}\n${trace}`;
  if (typeof expected !== 'string' || typeof actual !== 'string') return text || 'failed';
  return /expected/i.test(words) && words.includes('\n')
    ? text
    : `${text}\n\nexpected: ${expected}\nactual: ${actual}`;
}

function keysOf(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.map(keyOf));
}

/** The reporter prints the same object in `tests` and in the list of its outcome. */
function keyOf(test: Entry): string {
  return JSON.stringify(test);
}
