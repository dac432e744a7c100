// A reporter for node:test, loaded by the user's own Node (18.19 or later), so it imports nothing but
// what Node brings. It turns the runner's events into the lines that `readNodeTest` reads.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import type { OwnLine } from '../../reports';

/** What all versions of Node tell of a test, and what only some of them tell. */
interface TestData {
  readonly name: string;
  readonly nesting: number;
  readonly file?: string;
  /** The file the runner was given, where the test is declared in another one (Node 24). */
  readonly entryFile?: string;
  readonly message?: string;
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
  readonly details?: {
    readonly duration_ms?: number;
    readonly type?: string;
    readonly error?: FailureError;
  };
}

interface FailureError {
  readonly failureType?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly cause?: unknown;
}

interface TestEvent {
  readonly type: string;
  readonly data: TestData;
}

type TestLine = Extract<OwnLine, { type: 'test' }>;

/** Kept of what a file's process printed, in characters. */
const OUTPUT_LIMIT = 4_000;

const STRAY_ERROR = /asynchronous activity after the test ended/;

/** Follows one stream of events. */
class Listener {
  /** Names of the tests that are open, by nesting. Events come in the order of declaration. */
  readonly #open: string[] = [];
  /** Files that the runner started a process for. */
  readonly #entries = new Set<string>();
  readonly #reported = new Set<string>();
  readonly #output = new Map<string, string>();
  /** What the runner said of an error that no test could be blamed for; its file's entry follows. */
  #strayError = '';

  line({ type, data }: TestEvent): TestLine | undefined {
    switch (type) {
      case 'test:enqueue':
        if (isFile(data)) this.#entries.add(resolve(data.name));
        return undefined;
      case 'test:start':
        this.#open.length = data.nesting;
        this.#open[data.nesting] = data.name;
        return undefined;
      case 'test:stderr':
      case 'test:stdout':
        this.#keepOutput(data);
        return undefined;
      case 'test:diagnostic':
        if (STRAY_ERROR.test(data.message ?? '')) this.#strayError = data.message ?? '';
        return undefined;
      case 'test:pass':
      case 'test:fail':
        return isFile(data)
          ? this.#ofFile(resolve(data.name), data, type === 'test:fail')
          : this.#ofTest(data, type === 'test:fail');
      default:
        return undefined;
    }
  }

  #ofTest(data: TestData, failed: boolean): TestLine | undefined {
    const file = this.#fileOf(data);
    this.#reported.add(file ?? '');
    const error = data.details?.error;
    if (data.details?.type === 'suite' && (!failed || error?.failureType === 'subtestsFailed'))
      return undefined;
    const skipped = isGiven(data.skip) || isGiven(data.todo);
    return {
      ...common(data),
      file,
      path: [...this.#open.slice(0, data.nesting), data.name],
      outcome: skipped ? 'skipped' : failed ? 'failed' : 'passed',
      message: failed && !skipped ? messageOf(error) : null,
    };
  }

  /** The entry of a whole file: it has no tests, or its process failed apart from them. */
  #ofFile(file: string, data: TestData, failed: boolean): TestLine | undefined {
    const error = data.details?.error;
    const hasTests = this.#reported.has(file);
    if (hasTests && (!failed || error?.failureType === 'subtestsFailed')) return undefined;
    const usesRunner = mentionsRunner(file);
    const output = `${this.#strayError}\n${this.#output.get(file) ?? ''}`.trim();
    this.#strayError = '';
    return {
      ...common(data),
      file,
      path: hasTests ? ['(outside of its tests)'] : [],
      // A file that declares tests and reports none has ended too early, with whatever exit code.
      outcome: failed ? 'failed' : usesRunner ? 'skipped' : 'passed',
      message: failed ? `${messageOf(error)}\n${output}`.trim() : null,
      wholeFile: failed && !hasTests && usesRunner,
    };
  }

  /** Older versions name the file that declares a test, which may be a helper shared by several. */
  #fileOf({ file, entryFile }: TestData): string | null {
    if (entryFile !== undefined) return resolve(entryFile);
    const program = process.argv[1];
    const isProgram = program !== undefined && !process.execArgv.includes('--test');
    if (isProgram) return resolve(program);
    if (file === undefined) return null;
    // Without a process of their own, files are not announced.
    return this.#entries.size === 0 || this.#entries.has(resolve(file)) ? resolve(file) : null;
  }

  #keepOutput({ file, message }: TestData): void {
    if (file === undefined || message === undefined) return;
    const path = resolve(file);
    this.#output.set(path, `${this.#output.get(path) ?? ''}${message}`.slice(-OUTPUT_LIMIT));
  }
}

function common({ details }: TestData) {
  return { type: 'test' as const, durationMs: details?.duration_ms ?? null, wholeFile: false };
}

function isFile({ name, nesting, file }: TestData): boolean {
  return nesting === 0 && file !== undefined && resolve(name) === resolve(file);
}

function isGiven(mark: string | boolean | undefined): boolean {
  return mark !== undefined && mark !== false;
}

function mentionsRunner(file: string): boolean {
  try {
    return /['"`]node:test['"`]/.test(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}

function messageOf(error: FailureError | undefined): string {
  const cause = error?.cause;
  if (cause instanceof Error) return cause.stack ?? cause.message;
  if (typeof cause === 'string') return cause;
  if (cause !== undefined) return inspect(cause);
  return error?.stack ?? error?.message ?? 'failed';
}

// eslint-disable-next-line import-x/no-default-export -- Node takes a reporter from there
export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const listener = new Listener();
  for await (const event of source) {
    const line = listener.line(event);
    if (line) yield `${JSON.stringify(line)}\n`;
  }
  yield `${JSON.stringify({ type: 'end' } satisfies OwnLine)}\n`;
}
