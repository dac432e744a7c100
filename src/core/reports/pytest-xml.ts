import type { ReadTests, ReportSource } from '../api/framework';
import type { TestResult } from '../api/report';
import { junitCases, type JUnitCase } from './junit-xml';
import { details, NO_REPORT } from './results';

/** Exit codes of a session that ran to its end: all passed, some failed, nothing collected. */
const FINISHED = new Set([0, 1, 5]);

/** What pytest prints where a test ended the session, whatever exit code it asked for. */
const ENDED_EARLY = /^!{3,} .*\b(Exit|KeyboardInterrupt|Interrupted)\b.* !{3,}\s*$/m;

/**
 * Reads pytest's `--junitxml` (family `xunit1`, which names files). A test that fails and whose
 * teardown fails as well is listed twice there; it is one result here.
 */
export function readPytest(source: ReportSource): ReadTests {
  const cases = junitCases(source);
  if (!cases) return NO_REPORT;
  const { end, stdout } = source.outcome;
  const ended = end.kind === 'exited' && FINISHED.has(end.code) && !ENDED_EARLY.test(stdout);
  const results = new Map<string, TestResult>();
  for (const test of cases.filter(({ name }) => name !== '')) {
    const result = resultOf(test);
    results.set(result.id, merge(results.get(result.id), result));
  }
  return { tests: [...results.values()], complete: ended };
}

function resultOf({ file, classname, name, outcome, durationMs, message }: JUnitCase): TestResult {
  const wholeFile = outcome === 'failed' && classname === '' && file !== undefined;
  const classes = withoutModule(classname, file).split('.').filter(Boolean);
  const parts = wholeFile ? [file] : [file ?? classname, ...(file ? classes : []), name];
  return {
    id: parts.filter(Boolean).join(' › '),
    outcome,
    ...details({ file, durationMs, message }),
    ...(wholeFile && { wholeFile }),
  };
}

/** `tests.test_a.TestX` of `tests/test_a.py` is `TestX`. */
function withoutModule(classname: string, file: string | undefined): string {
  const modules = (file ?? '').replace(/\.pyi?$/, '').split('/');
  for (let from = 0; from < modules.length; from++) {
    const module = modules.slice(from).join('.');
    if (classname === module) return '';
    if (classname.startsWith(`${module}.`)) return classname.slice(module.length + 1);
  }
  return classname;
}

function merge(earlier: TestResult | undefined, later: TestResult): TestResult {
  if (!earlier) return later;
  const messages = [earlier.message, later.message].filter((text) => text !== undefined);
  const worse = earlier.outcome === 'failed' ? earlier : later;
  return { ...worse, ...(messages.length > 0 && { message: messages.join('\n\n') }) };
}
