import type { Result } from 'tap-parser';
import type { ReadTests, ReportSource } from '../api/framework';
import type { TestOutcome, TestResult } from '../api/report';
import { createIdMaker } from './ids';
import { details, NO_REPORT } from './results';
import { tapEvents, type TapEvent } from './tap-events';

/** A line that only TAP has; the parser itself takes any text for an empty report. */
const LOOKS_LIKE_TAP = /^\s*(?:(?:not )?ok\b|1\.\.\d+)/m;

/** The parser invents a plan for a stream that ends before its first point is complete. */
const PLAN = /^1\.\.\d+/m;

/** A test point with the titles around it. */
interface Point {
  readonly suites: readonly string[];
  readonly title: string;
  readonly outcome: TestOutcome;
  readonly message: string | undefined;
  readonly durationMs: number | undefined;
}

/**
 * Reads TAP 13 and 14 with nested subtests. A report without a plan, with another number of points
 * than planned, or that bails out is not complete. Where the points follow titles in comments, as
 * tape writes them, the points of one title are one test.
 */
export function readTap(source: ReportSource): ReadTests {
  const { text } = source;
  if (text === undefined || !LOOKS_LIKE_TAP.test(text)) return NO_REPORT;
  const events = tapEvents(withoutColours(text));
  const makeId = createIdMaker();
  return {
    tests: pointsIn(events, []).map((point) => resultOf(point, makeId)),
    complete: PLAN.test(text) && isComplete(events),
  };
}

function isComplete(events: readonly TapEvent[]): boolean {
  return events.every((event) => {
    switch (event.kind) {
      case 'bailout':
        return false;
      case 'child':
        return isComplete(event.events);
      case 'complete':
        return !event.results.bailout && !event.results.failures.some(({ tapError }) => tapError);
      case 'point':
      case 'comment':
        return true;
    }
  });
}

function pointsIn(events: readonly TapEvent[], suites: readonly string[]): readonly Point[] {
  if (writesTitles(events)) return pointsByTitle(events, suites);
  const points: Point[] = [];
  let nested: readonly Point[] = [];
  events.forEach((event, index) => {
    if (event.kind === 'child') {
      nested = pointsIn(event.events, [...suites, titleOfChild(events, index)]);
      points.push(...nested);
    } else if (event.kind === 'point') {
      const point = pointOf(event.point, suites);
      const isGroup = event.point.closingTestPoint && nested.length > 0;
      const explained = nested.some(({ outcome }) => outcome === 'failed');
      if (!isGroup || (point.outcome === 'failed' && !explained)) points.push(point);
      nested = [];
    }
  });
  return points;
}

/** A subtest's title stands in the point that closes it; a stream cut off there leaves its comment. */
function titleOfChild(events: readonly TapEvent[], index: number): string {
  const closing = events.slice(index + 1).find((event) => event.kind === 'point');
  if (closing?.point.closingTestPoint) return titleOf(closing.point);
  const child = events[index];
  const first = child?.kind === 'child' ? child.events[0] : undefined;
  return first?.kind === 'comment' ? first.text.replace(/^#\s*(Subtest:)?\s*/, '').trim() : '';
}

/** Whether the first point already stands under a title of its own, which only tape-like writers do. */
function writesTitles(events: readonly TapEvent[]): boolean {
  if (events.some(({ kind }) => kind === 'child')) return false;
  const first = events.findIndex(({ kind }) => kind === 'point');
  return events.slice(0, Math.max(0, first)).some((event) => titleInComment(event) !== undefined);
}

function titleInComment(event: TapEvent): string | undefined {
  if (event.kind !== 'comment') return undefined;
  const title = event.text.replace(/^\s*#\s*/, '').trim();
  return title === '' || title.startsWith('Subtest:') ? undefined : title;
}

function pointsByTitle(events: readonly TapEvent[], suites: readonly string[]): readonly Point[] {
  const groups: { readonly title: string; readonly points: Point[] }[] = [];
  for (const event of events) {
    const title = titleInComment(event);
    if (title !== undefined) groups.push({ title, points: [] });
    else if (event.kind === 'point') groups.at(-1)?.points.push(pointOf(event.point, suites));
  }
  return groups
    .filter(({ points }) => points.length > 0)
    .map(({ title, points }) => join(title, suites, points));
}

function join(title: string, suites: readonly string[], points: readonly Point[]): Point {
  const failed = points.filter(({ outcome }) => outcome === 'failed');
  const outcome =
    failed.length > 0
      ? 'failed'
      : points.every((point) => point.outcome === 'skipped')
        ? 'skipped'
        : 'passed';
  const message = failed.map((point) => `${point.title}\n${point.message ?? ''}`).join('\n');
  return {
    suites,
    title,
    outcome,
    message: failed.length > 0 ? message : undefined,
    durationMs: undefined,
  };
}

function pointOf(result: Result, suites: readonly string[]): Point {
  const { ok, skip, todo, time } = result;
  const diag: unknown = result.diag;
  const outcome = skip || todo ? 'skipped' : ok ? 'passed' : 'failed';
  return {
    suites,
    title: titleOf(result),
    outcome,
    message: outcome === 'failed' ? messageOf(diag) : undefined,
    durationMs: time ?? undefined,
  };
}

function titleOf({ name, id }: Result): string {
  return name || `test ${id}`;
}

function messageOf(diag: unknown): string {
  if (typeof diag !== 'object' || diag === null) return typeof diag === 'string' ? diag : '';
  return Object.entries(diag)
    .filter(([key]) => !/^(duration_ms|type|location|at)$/.test(key))
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}

function resultOf(point: Point, makeId: ReturnType<typeof createIdMaker>): TestResult {
  const { suites, title, outcome, durationMs, message } = point;
  return {
    id: makeId(...suites, title),
    outcome,
    ...details({ file: undefined, durationMs, message }),
  };
}

function withoutColours(text: string): string {
  return text.replace(/\u001b\[[\d;]*m/g, '');
}
