import type { Failure, Verdict } from '../../core/api/verdict';

/** A verdict in one line of the terminal, its name first. */
export function describeVerdict(verdict: Verdict): string {
  const detail = firstLine(detailOf(verdict));
  return detail === '' ? verdict.kind : `${verdict.kind.padEnd(12)} ${detail}`;
}

function detailOf(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'passed':
      return `${verdict.tests} tests`;
    case 'failed':
      return `${verdict.passedTargets} of ${verdict.targets} targets pass; ${firstOf(verdict.failures)}`;
    case 'regressed':
      return `broke ${verdict.broken.length}: ${firstOf(verdict.broken)}`;
    case 'malformed':
    case 'rejected':
      return verdict.reason;
    case 'syntax-error':
      return verdict.message;
    case 'crashed':
      return verdict.detail;
    case 'incomplete':
      return verdict.detail;
    case 'timed-out':
      return `no end within ${verdict.limitMs / 1_000} s`;
    case 'flaky':
      return verdict.tests.length === 0 ? 'passed once, not again' : verdict.tests.join(', ');
    case 'duplicate':
      return `of ${verdict.of}`;
    case 'out-of-memory':
    case 'cancelled':
      return '';
  }
}

function firstOf(failures: readonly Failure[]): string {
  return failures[0]?.id ?? '';
}

function firstLine(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line.length > 110 ? `${line.slice(0, 109)}…` : line;
}
