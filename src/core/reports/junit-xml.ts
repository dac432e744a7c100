import type { ReadTests, ReportSource } from '../api/framework';
import type { TestOutcome, TestResult } from '../api/report';
import { createIdMaker } from './ids';
import { relativePath } from './paths';
import { details, NO_REPORT } from './results';
import { parseXml, type XmlElement } from './xml';

/** A `testcase` of a JUnit report with what its surroundings say of it. */
export interface JUnitCase {
  /** Names of the suites around it, outermost first. */
  readonly suites: readonly string[];
  readonly classname: string;
  readonly name: string;
  /** Relative to the root, where the report says it. */
  readonly file: string | undefined;
  readonly outcome: TestOutcome;
  readonly durationMs: number | undefined;
  readonly message: string | undefined;
}

/** Writers give these names to suites that are not the user's. */
const SUITES_WITHOUT_MEANING = new Set(['pytest', 'Root Suite', 'Mocha Tests', 'jest tests', '']);

/** A suite that is named like a file, as vitest does. */
const PATH = /^\S+\.([cm]?[jt]sx?|py)$/;

/** How jest-junit, mocha-junit-reporter and pytest name a file that could not be loaded. */
const LOAD_FAILURE = /^(Test suite failed to run|collection failure)\b/;

/** Reads the JUnit XML of any writer. */
export function readJUnit(source: ReportSource): ReadTests {
  const cases = junitCases(source);
  if (!cases) return NO_REPORT;
  const makeId = createIdMaker();
  return { tests: cases.map((test) => resultOf(test, makeId)), complete: true };
}

/** All cases in document order; undefined where the text is no complete JUnit report. */
export function junitCases(source: ReportSource): readonly JUnitCase[] | undefined {
  const root = source.text === undefined ? undefined : parseXml(source.text);
  if (root?.name !== 'testsuites' && root?.name !== 'testsuite') return undefined;
  return casesIn(root, source, { suites: [], file: undefined });
}

interface Surroundings {
  readonly suites: readonly string[];
  readonly file: string | undefined;
}

function casesIn(
  element: XmlElement,
  source: ReportSource,
  outer: Surroundings,
): readonly JUnitCase[] {
  const { name = '' } = element.attributes;
  const inner: Surroundings =
    element.name === 'testsuite'
      ? {
          suites:
            SUITES_WITHOUT_MEANING.has(name) || PATH.test(name)
              ? outer.suites
              : [...outer.suites, name],
          file: fileOf(element, source) ?? outer.file,
        }
      : outer;
  return element.children.flatMap((child) => {
    if (child.name === 'testsuite') return casesIn(child, source, inner);
    return child.name === 'testcase' ? [readCase(child, source, inner)] : [];
  });
}

function readCase(element: XmlElement, source: ReportSource, outer: Surroundings): JUnitCase {
  const { name = '', classname = '', status, result, time } = element.attributes;
  const problems = element.children.filter((child) => /^(failure|error)$/.test(child.name));
  const skipped =
    element.children.some((child) => /^(skipped|disabled)$/.test(child.name)) ||
    [status, result].some((word) => /^(skipped|notrun|disabled)$/i.test(word ?? ''));
  const outcome = problems.length > 0 ? 'failed' : skipped ? 'skipped' : 'passed';
  return {
    suites: outer.suites,
    classname,
    name,
    file: fileOf(element, source) ?? outer.file,
    outcome,
    durationMs: time === undefined ? undefined : Number(time.replaceAll(',', '')) * 1000,
    message: problems.length > 0 ? problems.map(messageOf).join('\n\n') : undefined,
  };
}

function fileOf(element: XmlElement, source: ReportSource): string | undefined {
  const { file, filepath } = element.attributes;
  const { name = '' } = element.attributes;
  const path = file ?? filepath ?? (element.name === 'testsuite' && PATH.test(name) ? name : '');
  return path !== '' ? relativePath(path, source) : undefined;
}

function messageOf({ attributes, text }: XmlElement): string {
  const message = attributes['message'] ?? '';
  return text.includes(message) ? text : [message, text.trim()].filter(Boolean).join('\n');
}

/** Writers repeat themselves: a suite is often the class or the file, a title often begins with it. */
function resultOf(test: JUnitCase, makeId: ReturnType<typeof createIdMaker>): TestResult {
  const { file, suites, classname, name, outcome } = test;
  const parts = [...new Set([file ?? '', ...suites, classname, name])].filter(
    (part, index) => index === 0 || part !== '',
  );
  const wholeFile =
    outcome === 'failed' &&
    (name === file || [name, test.message ?? ''].some((text) => LOAD_FAILURE.test(text)));
  return {
    id: makeId(...parts),
    outcome,
    ...details({ file, durationMs: test.durationMs, message: test.message }),
    ...(wholeFile && { wholeFile }),
  };
}
