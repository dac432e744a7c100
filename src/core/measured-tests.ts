import type { EventBody } from './api/events';
import type { TestPlan } from './api/framework';
import type { SandboxKind } from './api/sandbox';
import { fromMeasured, unusable, type Ending } from './endings';
import type { Detection, TestingParts } from './run-parts';
import type { Bench } from './verify/bench';
import { measureBaseline, type Measured } from './verify/measure';
import * as announce from './announcements';

/** How a project's tests are run, and what they say of the untouched snapshot. */
export interface MeasuredTests extends Extract<Detection, { kind: 'found' }> {
  readonly bench: Bench;
  readonly measured: Extract<Measured, { kind: 'measured' }>;
}

/** Remembers what the tests said of a tree. */
export interface MeasureMemory {
  recall(plan: TestPlan, span: Measuring): Promise<Recalled | undefined>;
  keep(plan: TestPlan, span: Measuring, measured: MeasuredTests['measured']): Promise<void>;
}

export interface Recalled {
  /** ISO 8601 time of the measurement. */
  readonly at: string;
  readonly measured: MeasuredTests['measured'];
}

/** What a measurement takes in. */
export interface Measuring extends Pick<Span, 'quickSuiteMs' | 'screens'> {
  readonly sandbox: SandboxKind;
}

export interface Span {
  /** A suite up to this, in milliseconds, is run twice. */
  readonly quickSuiteMs: number;
  /** Whether candidates will be screened. */
  readonly screens: boolean;
  readonly signal: AbortSignal;
  /** Aborts at the deadline too. */
  readonly until: AbortSignal;
}

/**
 * The first steps of runs and audits: finds the tests, runs them, and hands them to `use` with a
 * bench to try patches on. Where they do not run in one kind of sandbox, the next is tried. The
 * sandboxes always go.
 */
export async function withMeasuredTests(
  parts: TestingParts,
  span: Span,
  emit: (event: EventBody) => void,
  use: (tests: MeasuredTests) => Promise<Ending>,
): Promise<Ending> {
  const tests = await parts.detect();
  if (tests.kind === 'none') return unusable(tests.reason);
  emit({ type: 'plan-detected', plan: tests.plan, display: tests.display });

  let ending = unusable('No sandbox is available.');
  for (const [at, openPool] of parts.pools.entries()) {
    const pool = await openPool(span.signal);
    try {
      const bench = { pool, runTests: tests.runTests };
      const { measured, at: measuredAt } = await measure(parts, tests.plan, bench, span);
      if (measured.kind === 'measured') {
        emit(announce.baseline(measured, measuredAt));
        return await use({ ...tests, bench, measured });
      }
      ending = fromMeasured(measured, span.signal);
      if (measured.kind === 'cancelled' || at + 1 === parts.pools.length) return ending;
      emit(announce.nextSandbox(pool.kind, measured.reason));
    } finally {
      await pool.dispose();
    }
  }
  return ending;
}

/** Measures the tests, or recalls what they said of the same tree; then `at` is when. */
async function measure(
  parts: TestingParts,
  plan: TestPlan,
  bench: Bench,
  { quickSuiteMs, screens, until }: Span,
): Promise<{ readonly measured: Measured; readonly at: string | undefined }> {
  const measuring = { quickSuiteMs, screens, sandbox: bench.pool.kind };
  const recalled = await parts.memory?.recall(plan, measuring);
  if (recalled) return recalled;
  const { sabotage, testTimeoutMs } = parts;
  const selected = parts.task.file;
  const how = { selected, sabotage, testTimeoutMs, quickSuiteMs, screens };
  const measured = await measureBaseline(bench, how, until);
  if (measured.kind === 'measured') await parts.memory?.keep(plan, measuring, measured);
  return { measured, at: undefined };
}
