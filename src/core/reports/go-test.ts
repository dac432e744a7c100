import * as v from 'valibot';
import type { ReadTests, ReportSource } from '../api/framework';
import type { TestOutcome, TestResult } from '../api/report';
import { createIdMaker } from './ids';
import { parseJson } from './json';
import { details, NO_REPORT } from './results';

/** A line of `go test -json`; lines of a build have an import path and no package. */
const event = v.object({
  Action: v.string(),
  Package: v.optional(v.string()),
  ImportPath: v.optional(v.string()),
  Test: v.optional(v.string()),
  Output: v.optional(v.string()),
  Elapsed: v.optional(v.number()),
  FailedBuild: v.optional(v.string()),
});

type Event = v.InferOutput<typeof event>;

interface Test {
  readonly name: string;
  outcome: TestOutcome | undefined;
  output: string;
  seconds: number | undefined;
}

interface Package {
  readonly tests: Map<string, Test>;
  outcome: TestOutcome | undefined;
  output: string;
  /** What did not compile. */
  failedBuild: string | undefined;
}

const OUTCOMES: Readonly<Record<string, TestOutcome>> = {
  pass: 'passed',
  fail: 'failed',
  skip: 'skipped',
};

/** Go before 1.24 says of a package that does not compile in plain text only. */
const PLAIN_FAILURE = /^FAIL\t(\S+) \[(?:build|setup) failed\]/;

const NOTHING_COLLECTED = /matched no packages|no packages to test|no Go files in/;

/** Lines that say what runs, not what became of it. */
const PROGRESS = /^(=== (RUN|PAUSE|CONT|NAME)\s.*|\s*--- (PASS|FAIL|SKIP): .*)$/;

/**
 * Reads `go test -json`. A package that does not compile, or dies before its first test, is one
 * failed entry for the whole package. Every package has to have come to its end.
 */
export function readGoTest(source: ReportSource): ReadTests {
  const run = createRun();
  const { end, stderr } = source.outcome;
  for (const line of (source.text ?? '').split('\n')) {
    const plain = PLAIN_FAILURE.exec(line)?.[1];
    if (plain !== undefined) run.fail(plain);
    if (!line.startsWith('{')) continue;
    const parsed = v.safeParse(event, parseJson(line));
    if (!parsed.success) return NO_REPORT;
    run.take(parsed.output);
  }
  const packages = run.packages();
  if (packages.length === 0)
    return { tests: [], complete: end.kind === 'exited' && NOTHING_COLLECTED.test(stderr) };
  const makeId = createIdMaker();
  const builds = run.builds(stderr);
  return {
    tests: packages.flatMap(([path, each]) => resultsOf(path, each, builds, { source, makeId })),
    complete: packages.every(([, { outcome }]) => outcome !== undefined),
  };
}

function createRun() {
  const packages = new Map<string, Package>();
  const built = new Map<string, string>();
  const packageOf = (path: string): Package => {
    const known = packages.get(path);
    if (known) return known;
    const fresh: Package = {
      tests: new Map(),
      outcome: undefined,
      output: '',
      failedBuild: undefined,
    };
    packages.set(path, fresh);
    return fresh;
  };
  return {
    fail(path: string): void {
      packageOf(path).outcome = 'failed';
    },
    take(line: Event): void {
      const { Action: action, ImportPath: built_, Package: path, Output: output = '' } = line;
      if (action === 'build-output' && built_ !== undefined)
        built.set(built_, `${built.get(built_) ?? ''}${output}`);
      if (path !== undefined) follow(packageOf(path), line);
    },
    /** By path: packages run at the same time, and ids may not depend on which is first. */
    packages: () => [...packages].sort(([a], [b]) => (a < b ? -1 : 1)),
    /** What the compiler said of each package; before Go 1.24 on stderr, under a title. */
    builds(stderr: string): ReadonlyMap<string, string> {
      for (const part of stderr.split(/^(?=# )/m)) {
        const path = /^# (\S+)/.exec(part)?.[1];
        if (path !== undefined && !built.has(path)) built.set(path, part);
      }
      return built;
    },
  };
}

function follow(at: Package, line: Event): void {
  const { Action: action, Test: name, Output: output = '' } = line;
  if (name === undefined) {
    at.output += output;
    at.failedBuild ??= line.FailedBuild;
    at.outcome = OUTCOMES[action] ?? at.outcome;
    return;
  }
  const test: Test = at.tests.get(name) ?? {
    name,
    outcome: undefined,
    output: '',
    seconds: undefined,
  };
  at.tests.set(name, test);
  if (!PROGRESS.test(output.trimEnd())) test.output += output;
  test.outcome = OUTCOMES[action] ?? test.outcome;
  test.seconds = line.Elapsed ?? test.seconds;
}

interface Place {
  readonly source: ReportSource;
  readonly makeId: ReturnType<typeof createIdMaker>;
}

function resultsOf(
  path: string,
  { tests, outcome, output, failedBuild }: Package,
  builds: ReadonlyMap<string, string>,
  { source, makeId }: Place,
): readonly TestResult[] {
  const file = folderOf(path, source);
  const results = [...tests.values()].flatMap((test): readonly TestResult[] => {
    // A test that never ended took its package down with it.
    const became = test.outcome ?? (outcome === undefined ? undefined : 'failed');
    if (became === undefined) return [];
    const message = became === 'failed' ? test.output || 'One of its subtests failed.' : undefined;
    const durationMs = test.seconds === undefined ? undefined : test.seconds * 1000;
    return [
      { id: makeId(path, test.name), outcome: became, ...details({ file, durationMs, message }) },
    ];
  });
  if (outcome !== 'failed' || results.some((result) => result.outcome === 'failed')) return results;
  const build = builds.get(failedBuild ?? path);
  const message = build === undefined ? output : `It does not compile.\n${build}`;
  const wholeFile = results.length === 0;
  const id = wholeFile ? makeId(path) : makeId(path, '(outside of its tests)');
  results.push({
    id,
    outcome: 'failed',
    ...details({ file, message }),
    ...(wholeFile && { wholeFile }),
  });
  return results;
}

/** The folder of a package, relative to the root; undefined for one of another module. */
function folderOf(path: string, { cwd, packagePath }: ReportSource): string | undefined {
  if (path === packagePath) return cwd === '' ? '.' : cwd;
  if (packagePath === undefined || !path.startsWith(`${packagePath}/`)) return undefined;
  const below = path.slice(packagePath.length + 1);
  return cwd === '' ? below : `${cwd}/${below}`;
}
