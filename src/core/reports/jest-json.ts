import * as v from 'valibot';
import type { ReadTests, ReportSource } from '../api/framework';
import type { TestOutcome, TestResult } from '../api/report';
import { createIdMaker } from './ids';
import { parseJson } from './json';
import { relativePath } from './paths';
import { details, NO_REPORT } from './results';

const optionalText = v.nullish(v.string());

const assertion = v.object({
  ancestorTitles: v.optional(v.array(v.string()), []),
  title: v.string(),
  status: v.string(),
  duration: v.nullish(v.number()),
  failureMessages: v.nullish(v.array(v.nullable(v.string()))),
});

const testFile = v.object({
  name: v.string(),
  status: v.string(),
  message: optionalText,
  assertionResults: v.array(assertion),
});

const report = v.object({
  testResults: v.array(testFile),
  wasInterrupted: v.optional(v.boolean(), false),
});

type TestFile = v.InferOutput<typeof testFile>;
type Assertion = v.InferOutput<typeof assertion>;

/** Jest says so, and writes no report, where its patterns match nothing. */
const NOTHING_COLLECTED = /^No tests found, exiting with code \d/m;

/** Reads what `jest --json` and vitest's `json` reporter write. */
export function readJestJson(source: ReportSource): ReadTests {
  const { stdout, stderr } = source.outcome;
  const nothing = source.text === undefined && NOTHING_COLLECTED.test(`${stdout}\n${stderr}`);
  if (nothing) return { tests: [], complete: true };
  const parsed = v.safeParse(report, parseJson(source.text));
  if (!parsed.success) return NO_REPORT;
  const makeId = createIdMaker();
  const files = [...parsed.output.testResults].sort((a, b) => compare(a.name, b.name));
  return {
    tests: files.flatMap((file) => readFile(file, source, makeId)),
    complete: !parsed.output.wasInterrupted,
  };
}

/** By code units: the order in which files finish differs from run to run, ids may not. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readFile(
  entry: TestFile,
  source: ReportSource,
  makeId: ReturnType<typeof createIdMaker>,
): readonly TestResult[] {
  const file = relativePath(entry.name, source);
  const message = entry.message ?? '';
  const failed = entry.status === 'failed';
  if (entry.assertionResults.length === 0)
    return failed
      ? [{ id: makeId(file), outcome: 'failed', wholeFile: true, ...details({ file, message }) }]
      : [];
  const tests = entry.assertionResults.map((test): TestResult => {
    const outcome = outcomeOf(test);
    return {
      id: makeId(file, ...test.ancestorTitles, test.title),
      outcome,
      ...details({
        file,
        durationMs: test.duration ?? undefined,
        message: outcome === 'failed' ? messageOf(test, message) : undefined,
      }),
    };
  });
  if (failed && tests.every(({ outcome }) => outcome !== 'failed'))
    tests.push({
      id: makeId(file, '(outside of its tests)'),
      outcome: 'failed',
      ...details({ file, message: message || 'A hook or suite of this file failed.' }),
    });
  return tests;
}

function outcomeOf({ status }: Assertion): TestOutcome {
  return status === 'passed' || status === 'failed' ? status : 'skipped';
}

function messageOf(test: Assertion, fileMessage: string): string {
  const messages = (test.failureMessages ?? []).filter((text) => text !== null);
  return messages.length > 0 ? messages.join('\n\n') : fileMessage;
}
