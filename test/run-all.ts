import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testEnvironment } from './host/environment';
import type { Totals } from './support/counting-reporter';

/**
 * What `npm test` runs after the build: every suite in turn, cheapest first, whatever became of the
 * one before; the last line is `N passed, N failed, N skipped` over all of them. Lint and types are
 * steps of their own (`npm run lint`, `npm run typecheck`), which .ci/run takes first.
 */
const MOCHA = ['node_modules/mocha/bin/mocha.js', '--reporter', './test/support/mocha-reporter.ts'];

const SUITES: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['unit', [...MOCHA, 'test/unit/**/*.test.ts']],
  ['integration', [...MOCHA, 'test/integration/**/*.test.ts']],
  ['hostile', [...MOCHA, 'test/hostile/*.test.ts']],
  ['editor', ['test/editor/run.ts']],
  ['workbench', ['test/workbench/run.ts']],
];

/** A suite that hangs is ended, so that the others still run. */
const LIMIT_MS = 25 * 60_000;

const ROOT = join(__dirname, '..');

async function main(): Promise<void> {
  const all: Totals[] = [];
  for (const [name, args] of SUITES) {
    console.log(`\n===== ${name} tests =====`);
    const started = Date.now();
    const totals = await runSuite(args);
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`----- ${name}: ${inWords(totals)} in ${seconds} s`);
    all.push(totals);
  }
  const sum = (of: (totals: Totals) => number) => all.map(of).reduce((a, b) => a + b, 0);
  const totals: Totals = {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
  };
  console.log(`\n${inWords(totals)}`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
}

/** A suite that ends badly without counting a failure, because it could not run, is one failure. */
async function runSuite(args: readonly string[]): Promise<Totals> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-totals-'));
  try {
    const file = join(folder, 'totals.json');
    const status = await run(args, testEnvironment({ WINNOW_TEST_TOTALS: file }));
    const counted = await readFile(file, 'utf8').then(
      (text) => JSON.parse(text) as Totals,
      (): Totals => ({ passed: 0, failed: 1, skipped: 0 }),
    );
    return status === 0 || counted.failed > 0 ? counted : { ...counted, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
    timeout: LIMIT_MS,
  });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.once('SIGINT', pass).once('SIGTERM', pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      if (code === 130 || code === 143) process.exit(code);
      if (signal !== null) console.error(`The suite was ended by ${signal}.`);
      resolve(code ?? 1);
    });
  });
}

function inWords({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

void main();
