import type { EventBody } from './api/events';
import type { TestPlan } from './api/framework';
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
export type Measuring = Pick<Span, 'quickSuiteMs' | 'screens'>;

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
 * bench to try patches on. The sandboxes always go.
 */
export async function withMeasuredTests(
  parts: TestingParts,
  { quickSuiteMs, screens, signal, until }: Span,
  emit: (event: EventBody) => void,
  use: (tests: MeasuredTests) => Promise<Ending>,
): Promise<Ending> {
  const tests = await parts.detect();
  if (tests.kind === 'none') return unusable(tests.reason);
  emit({ type: 'plan-detected', plan: tests.plan, display: tests.display });

  const pool = await parts.openPool(signal);
  try {
    const bench = { pool, runTests: tests.runTests };
    const { sabotage, testTimeoutMs } = parts;
    const selected = parts.task.file;
    const plan = { selected, sabotage, testTimeoutMs, quickSuiteMs, screens };
    const measuring = { quickSuiteMs, screens };
    const recalled = await parts.memory?.recall(tests.plan, measuring);
    const measured = recalled?.measured ?? (await measureBaseline(bench, plan, until));
    if (measured.kind !== 'measured') return fromMeasured(measured, signal);
    if (!recalled) await parts.memory?.keep(tests.plan, measuring, measured);
    emit(announce.baseline(measured, recalled?.at));
    return await use({ ...tests, bench, measured });
  } finally {
    await pool.dispose();
  }
}
