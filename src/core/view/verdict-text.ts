import type { Verdict } from '../api/verdict';

/** What a verdict says beyond its name, in a few words; empty where the name says it all. */
export function verdictDetail(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'passed':
      return counted(verdict.tests, 'test');
    case 'failed':
      return `${verdict.passedTargets} of ${counted(verdict.targets, 'failing test')} now ${verdict.passedTargets === 1 ? 'passes' : 'pass'}`;
    case 'regressed':
      return `broke ${counted(verdict.broken.length, 'passing test')}`;
    case 'malformed':
    case 'rejected':
      return verdict.reason;
    case 'syntax-error':
      return verdict.line === undefined
        ? verdict.message
        : `line ${verdict.line}: ${verdict.message}`;
    case 'crashed':
      return firstLine(verdict.detail);
    case 'incomplete':
      return `${counted(verdict.missing.length, 'expected test')} not reported`;
    case 'timed-out':
      return `no end within ${verdict.limitMs / 1_000} s`;
    case 'out-of-memory':
      return verdict.limitBytes === undefined
        ? ''
        : `over ${Math.round(verdict.limitBytes / 2 ** 20)} MB`;
    case 'flaky':
      return verdict.tests.length === 0
        ? 'passed once and not again'
        : `${counted(verdict.tests.length, 'test')} passed once and not again`;
    case 'duplicate':
      return `of ${verdict.of}`;
    case 'cancelled':
      return '';
  }
}

/** `1 test`, `2 tests`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
