import type { ReadTests, ReportFormat, ReportSource } from '../api/framework';
import { readJestJson } from './jest-json';
import { findJson } from './json';
import { readJUnit } from './junit-xml';
import { readMochaJson } from './mocha-json';
import { NO_REPORT } from './results';
import { readTap } from './tap';

const READERS: Readonly<Record<ReportFormat, (source: ReportSource) => ReadTests>> = {
  junit: readJUnit,
  tap: readTap,
  'jest-json': readJestJson,
  'mocha-json': readMochaJson,
};

/** Reads a report that may be surrounded by other output; without a format, it is guessed. */
export function readReport(source: ReportSource, format?: ReportFormat): ReadTests {
  const { text } = source;
  if (text === undefined || text.trim() === '') return NO_REPORT;
  const found = format ? [format] : guess(text);
  for (const candidate of found) {
    const read = READERS[candidate]({ ...source, text: extract(text, candidate) });
    if (read.complete || found.length === 1) return read;
  }
  return NO_REPORT;
}

/** The formats that a text may be in, the most telling first. */
function guess(text: string): readonly ReportFormat[] {
  const formats: ReportFormat[] = [];
  if (/<testsuites?[\s>/]/.test(text)) formats.push('junit');
  if (/"testResults"\s*:/.test(text)) formats.push('jest-json');
  if (/"stats"\s*:/.test(text) && /"passes"\s*:/.test(text)) formats.push('mocha-json');
  if (/^(TAP version \d+|(not )?ok \d+|1\.\.\d+)/m.test(text)) formats.push('tap');
  return formats;
}

/** The report without what was printed around it. */
function extract(text: string, format: ReportFormat): string {
  switch (format) {
    case 'junit': {
      const start = text.search(/<\?xml|<testsuites?[\s>/]/);
      const end = Math.max(text.lastIndexOf('</testsuites>'), text.lastIndexOf('</testsuite>'));
      return start >= 0 && end > start ? text.slice(start, text.indexOf('>', end) + 1) : text;
    }
    case 'jest-json':
      return findJson(text, 'numFailedTestSuites') ?? findJson(text, 'numTotalTestSuites') ?? text;
    case 'mocha-json':
      return findJson(text, 'stats') ?? text;
    case 'tap':
      return text;
  }
}
