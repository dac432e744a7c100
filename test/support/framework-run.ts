import assert from 'node:assert/strict';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import type { ProjectFiles, TestScope } from '../../src/core/api/framework';
import type { TestReport } from '../../src/core/api/report';
import {
  createFrameworks,
  detectPlan,
  runTests,
  type CommandOverride,
} from '../../src/core/frameworks';
import { LIMITS, processSandbox } from './process-sandbox';
import { createProject, REPOSITORY, type Project } from './project';

/** Our own reporters, built for these tests. */
const ASSETS = join(REPOSITORY, 'node_modules/.cache/winnow-test-assets');
export const frameworks = createFrameworks(ASSETS);
export const ALL: TestScope = { kind: 'all' };

export type Files = Readonly<Record<string, string>>;

export interface Run {
  readonly files: Files;
  readonly file?: string;
  readonly scope?: TestScope;
  readonly override?: CommandOverride;
  readonly timeMs?: number;
  /** The project's node_modules; those of this repository where absent. */
  readonly modules?: string;
}

/** Detects the plan of a project in a temporary folder and really runs it. */
export async function report({
  files,
  file = 'index.js',
  scope = ALL,
  override,
  timeMs,
  modules,
}: Run): Promise<TestReport> {
  const project = createProject(files, { runners: modules === undefined, git: false });
  if (modules !== undefined) symlinkSync(modules, project.path('node_modules'));
  const sandbox = processSandbox(project.root);
  try {
    const detected = await detectPlan(filesOf(project), file, frameworks, override);
    assert.equal(detected.kind, 'found');
    const { plan } = detected;
    const framework = frameworks.find(({ id }) => id === plan.framework)!;
    return await runTests({
      sandbox,
      plan,
      framework,
      scope,
      limits: { ...LIMITS, timeMs: timeMs ?? LIMITS.timeMs },
      signal: new AbortController().signal,
    });
  } finally {
    project.remove();
    rmSync(sandbox.scratch, { recursive: true, force: true });
  }
}

function filesOf({ root }: Project): ProjectFiles {
  const path = (name: string) => join(root, name);
  const list = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (entry.name === 'node_modules') return [];
      const full = join(folder, entry.name);
      return entry.isDirectory() ? list(full) : [relative(root, full)];
    });
  const read = (name: string) => {
    try {
      return statSync(path(name)).isFile() ? readFileSync(path(name), 'utf8') : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    root,
    files: list(root),
    read: (name) => Promise.resolve(read(name)),
    exists: (name) => Promise.resolve(read(name) !== undefined),
  };
}

/** A report as `id: outcome` lines and the runner's end. */
function summary({ tests, end }: TestReport) {
  const lines = tests.map(
    ({ id, outcome, wholeFile }) => `${id}: ${outcome}${wholeFile ? ' (whole file)' : ''}`,
  );
  return { tests: lines.sort(), end: end.kind };
}

/** Runs a project and compares how the runner ended and its tests, as `id: outcome`. */
export async function check(run: Run, end: string, tests: readonly string[]): Promise<TestReport> {
  const result = await report(run);
  assert.deepEqual(summary(result), { tests: [...tests].sort(), end }, result.output);
  return result;
}

export function messageOf({ tests }: TestReport, id: string): string {
  return tests.find((test) => test.id === id)?.message ?? '';
}

export const script = (test: string, fields: object = {}) =>
  JSON.stringify({ scripts: { test }, ...fields });

/** The same suite in the dialect that mocha, jest and vitest share. */
export const SUITE = `
describe('größe', () => {
  it('adds', () => {});
  it('adds', () => {});
  it('differs', () => { check({ a: 1 }, { a: 2 }); });
  it.skip('later', () => {});
  describe('inner › deep', () => {
    for (const n of [1, 2]) it('takes ' + n, () => {});
  });
});
`;

export const SUITE_RESULTS = (file: string) => [
  `${file} › größe › adds: passed`,
  `${file} › größe › adds #2: passed`,
  `${file} › größe › differs: failed`,
  `${file} › größe › later: skipped`,
];

/** Puts the reporters that `frameworks` points to in their place. */
export async function buildReporter(): Promise<void> {
  await build({
    entryPoints: {
      'node-test-reporter': join(REPOSITORY, 'src/core/frameworks/reporter/node-test.ts'),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    outdir: ASSETS,
  });
  mkdirSync(ASSETS, { recursive: true });
  copyFileSync(
    join(REPOSITORY, 'src/core/frameworks/reporter/unittest_runner.py'),
    join(ASSETS, 'unittest_runner.py'),
  );
}
