import * as v from 'valibot';
import type { ReadTests, ReportSource } from '../api/framework';
import type { TestResult } from '../api/report';
import { createIdMaker } from './ids';
import { parseJson } from './json';
import { relativePath } from './paths';
import { details } from './results';

/**
 * A line that our own reporters for node:test and unittest write: one a test, `end` as the last.
 * `path` holds the suites and the title; it is empty where the entry stands for a whole file.
 */
const line = v.variant('type', [
  v.object({
    type: v.literal('test'),
    /** Absolute path of the file the runner was given. */
    file: v.nullable(v.string()),
    path: v.array(v.string()),
    outcome: v.picklist(['passed', 'failed', 'skipped']),
    durationMs: v.nullable(v.number()),
    message: v.nullable(v.string()),
    /** The file could not be loaded, or its process ended before it reported its tests. */
    wholeFile: v.boolean(),
  }),
  v.object({ type: v.literal('end') }),
]);

export type OwnLine = v.InferOutput<typeof line>;

/** Node says so, and runs nothing, where its patterns match nothing. */
const NOTHING_COLLECTED = /^Could not find '/m;

/** Reads what our own reporter for node:test writes. */
export function readNodeTest(source: ReportSource): ReadTests {
  const { stdout, stderr } = source.outcome;
  if (source.text === undefined || source.text === '')
    return { tests: [], complete: NOTHING_COLLECTED.test(`${stdout}\n${stderr}`) };
  return readOwnLines(source);
}

/** Reads what our own reporters write; without its last line it is not complete. */
export function readOwnLines(source: ReportSource): ReadTests {
  const makeId = createIdMaker();
  const tests: TestResult[] = [];
  let complete = false;
  for (const text of (source.text ?? '').split('\n').filter(Boolean)) {
    const parsed = v.safeParse(line, parseJson(text));
    if (!parsed.success) return { tests, complete: false };
    if (parsed.output.type === 'end') complete = true;
    else tests.push(resultOf(parsed.output, source, makeId));
  }
  return { tests, complete };
}

function resultOf(
  entry: Extract<OwnLine, { type: 'test' }>,
  source: ReportSource,
  makeId: ReturnType<typeof createIdMaker>,
): TestResult {
  const { outcome, wholeFile, path } = entry;
  const file = entry.file === null ? undefined : relativePath(entry.file, source);
  const message = outcome === 'failed' ? (entry.message ?? '') : undefined;
  return {
    id: makeId(file, ...path),
    outcome,
    ...details({ file, durationMs: entry.durationMs ?? undefined, message }),
    ...(wholeFile && { wholeFile }),
  };
}
