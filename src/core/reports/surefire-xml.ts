import type { ReadTests, ReportSource } from '../api/framework';
import { createIdMaker } from './ids';
import { junitCases, type JUnitCase } from './junit-xml';
import { details, NO_REPORT } from './results';

/**
 * Reads the reports of Maven's surefire, one document after the other: there is one for each class.
 * Failing tests do not make the build fail, as Winnow asks for them; whatever else does is a crash.
 */
export function readSurefire(source: ReportSource): ReadTests {
  const { text, outcome } = source;
  if (text === undefined) return NO_REPORT;
  const cases: JUnitCase[] = [];
  for (const document of text.split(/(?=<\?xml )/).filter((part) => part.trim() !== '')) {
    const found = junitCases({ ...source, text: document });
    if (!found) return NO_REPORT;
    cases.push(...found);
  }
  const makeId = createIdMaker();
  return {
    tests: cases
      .sort((a, b) => (a.classname < b.classname ? -1 : a.classname > b.classname ? 1 : 0))
      .map(({ classname, name, outcome: became, durationMs, message }) => ({
        id: makeId(classname, name),
        outcome: became,
        ...details({ file: undefined, durationMs, message }),
      })),
    complete: outcome.end.kind === 'exited' && outcome.end.code === 0,
  };
}
