import type { ReadTests } from '../../api/framework';
import type { ProcessOutcome } from '../../api/process';
import type { RunnerEnd, TestReport } from '../../api/report';

/** Kept of what a runner printed, in characters. */
const OUTPUT_LIMIT = 8_000;

const OUT_OF_MEMORY =
  /heap out of memory|Allocation failed - process out of memory|^MemoryError\b/m;
const NOT_INSTALLED =
  /No module named '?(?:pytest|_pytest)\b|Cannot find (?:module|package) '[^']*(?:\/\.bin\/|jest|mocha|vitest|tsx|ts-node)[^']*'.*|(?:^|: )(?:not found|command not found)\s*$/m;

/** The report of a run: its tests as far as they were read, and how the runner itself ended. */
export function toReport(read: ReadTests, outcome: ProcessOutcome): TestReport {
  return {
    tests: read.tests,
    end: runnerEnd(read, outcome),
    durationMs: outcome.durationMs,
    output: lastWords(outcome),
  };
}

/** The end of what a process printed: its errors last, where a reader looks first. */
export function lastWords({ stdout, stderr }: ProcessOutcome): string {
  const errors = tail(stderr.trim(), OUTPUT_LIMIT);
  const words = tail(stdout.trim(), OUTPUT_LIMIT - errors.length);
  return [words, errors]
    .filter(Boolean)
    .join('\n')
    .replace(/\u001b\[[\d;]*[A-Za-z]/g, '');
}

function runnerEnd(read: ReadTests, outcome: ProcessOutcome): RunnerEnd {
  const { end } = outcome;
  switch (end.kind) {
    case 'timed-out':
    case 'out-of-memory':
    case 'cancelled':
      return end;
    case 'not-started':
      return { kind: 'not-started', detail: end.reason };
    case 'too-many-processes':
      return { kind: 'crashed', detail: `It started more than ${end.limit} processes.` };
    case 'signalled':
      return ranOutOfMemory(outcome)
        ? { kind: 'out-of-memory' }
        : { kind: 'crashed', detail: `Ended by ${end.signal}.\n${lastWords(outcome)}` };
    case 'exited':
      return exited(end.code, read, outcome);
  }
}

function exited(code: number, read: ReadTests, outcome: ProcessOutcome): RunnerEnd {
  if (read.complete) return { kind: 'completed', exitCode: code };
  const words = lastWords(outcome);
  if (code !== 0 && ranOutOfMemory(outcome)) return { kind: 'out-of-memory' };
  if (code === 127 || (code !== 0 && read.tests.length === 0 && NOT_INSTALLED.test(outcome.stderr)))
    return { kind: 'not-started', detail: words };
  const detail = words || 'It printed nothing.';
  return {
    kind: 'crashed',
    detail: `It ended with status ${code} and no complete report.\n${detail}`,
  };
}

function ranOutOfMemory({ stdout, stderr }: ProcessOutcome): boolean {
  return OUT_OF_MEMORY.test(stderr) || OUT_OF_MEMORY.test(stdout.slice(-OUTPUT_LIMIT));
}

function tail(text: string, limit: number): string {
  return text.length <= limit ? text : `…${text.slice(-Math.max(0, limit))}`;
}
