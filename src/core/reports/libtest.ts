import type { ReadTests, ReportSource } from '../api/framework';
import type { TestOutcome, TestResult } from '../api/report';
import { createIdMaker } from './ids';
import { details } from './results';

/** `Running unittests src/lib.rs (target/debug/deps/calc-0123)`; older versions name no source. */
const PROGRAM =
  /^ +Running (?:unittests ?)?(.*?) ?\((?:.*[\\/])?([^\\/]+?)(?:-[0-9a-f]+)?(?:\.exe)?\)$/;
const DOC_TESTS = /^ +Doc-tests (\S+)$/;
const START = /^running (\d+) tests?$/;
const TEST = /^test (.+?) \.\.\. (ok|FAILED|ignored|bench:)(?:[ ,].*)?$/;
const DETAILS = /^(?:failures|successes):$/;
const DETAIL = /^---- (.+?)(?: stdout)? ----$/;
const RESULT =
  /^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored; (\d+) measured; \d+ filtered out/;

/** What a doc test's name says besides the item: its line moves with every edit above it. */
const DOC_LINE = / \(line (\d+)\)/;
const MARKS = / - (?:should panic|compile|compile fail)$/;

/** A panic names its thread by a number that is another one each time. */
const THREAD = /^(thread '.*') \(\d+\) panicked/gm;

interface Line {
  /** As libtest prints it. */
  readonly name: string;
  readonly outcome: TestOutcome;
}

/** One test program, or the doc tests of one crate. */
interface Block {
  readonly target: readonly string[];
  readonly lines: Line[];
  readonly messages: Map<string, string>;
  /** Where its details have been reached, the test that they are about. */
  about: string | undefined;
  inDetails: boolean;
  /** Whether its own count of its results was printed, and is that of the lines. */
  counted: boolean | undefined;
}

/**
 * Reads what `cargo test` prints, with both of its streams in one. A program that does not print its
 * count at the end, or another one than that of its lines, makes the whole report incomplete.
 */
export function readLibtest(source: ReportSource): ReadTests {
  const { end } = source.outcome;
  const blocks: Block[] = [];
  let target: readonly string[] = [];
  for (const line of (source.text ?? '').split(/\r?\n/)) {
    const block = blocks.at(-1);
    const program = PROGRAM.exec(line);
    const docs = DOC_TESTS.exec(line);
    if (program) target = [program[2] ?? '', program[1] ?? ''];
    else if (docs) target = [docs[1] ?? '', 'doc'];
    else if (START.test(line) && block?.counted !== undefined) blocks.push(createBlock(target));
    else if (START.test(line) && !block?.inDetails) blocks.push(createBlock(target));
    else if (block?.counted === undefined && block) follow(block, line);
  }
  const makeId = createIdMaker();
  const ended = end.kind === 'exited' && (end.code === 0 || (end.code === 101 && saysSo(source)));
  return {
    tests: blocks.flatMap((block) => resultsOf(block, makeId)),
    complete: ended && blocks.length > 0 && blocks.every(({ counted }) => counted === true),
  };
}

/** Whether cargo, having run all programs, says that some have failed. */
function saysSo({ text = '', outcome }: ReportSource): boolean {
  const all = `${text}\n${outcome.stderr}`;
  const last = (pattern: RegExp) => [...all.matchAll(pattern)].at(-1)?.index ?? -1;
  return last(/^error: /gm) > last(/^ +(?:Running|Doc-tests) /gm);
}

function createBlock(target: readonly string[]): Block {
  return {
    target,
    lines: [],
    messages: new Map(),
    about: undefined,
    inDetails: false,
    counted: undefined,
  };
}

function follow(block: Block, line: string): void {
  const result = RESULT.exec(line);
  if (result) {
    const counts = result.slice(1).map(Number);
    block.counted = counts.reduce((sum, count) => sum + count, 0) === block.lines.length;
    return;
  }
  if (DETAILS.test(line)) {
    block.inDetails = true;
    block.about = undefined;
    return;
  }
  if (!block.inDetails) {
    const [, name, word] = TEST.exec(line) ?? [];
    if (name !== undefined && word !== undefined)
      block.lines.push({ name: name.replace(MARKS, ''), outcome: outcomeOf(word) });
    return;
  }
  const about = DETAIL.exec(line)?.[1]?.replace(MARKS, '');
  if (about !== undefined && block.lines.some(({ name }) => name === about)) block.about = about;
  else if (block.about !== undefined)
    block.messages.set(block.about, `${block.messages.get(block.about) ?? ''}${line}\n`);
}

function outcomeOf(word: string): TestOutcome {
  return word === 'FAILED' ? 'failed' : word === 'ignored' ? 'skipped' : 'passed';
}

function resultsOf(
  { target, lines, messages }: Block,
  makeId: ReturnType<typeof createIdMaker>,
): readonly TestResult[] {
  return [...lines].sort(byDocLine).map(({ name, outcome }) => {
    const text = messages.get(name)?.replace(THREAD, '$1 panicked');
    const message = outcome === 'failed' ? (text ?? 'failed') : undefined;
    return {
      id: makeId(...target, name.replace(DOC_LINE, '')),
      outcome,
      ...details({ file: undefined, message }),
    };
  });
}

/**
 * Programs run their tests side by side and print them in the order in which they end; ids may not
 * depend on it. Doc tests of one item stay in the order of the source.
 */
function byDocLine(a: Line, b: Line): number {
  const [first, second] = [a, b].map(({ name }) => name.replace(DOC_LINE, '')) as [string, string];
  if (first !== second) return first < second ? -1 : 1;
  const [lineA, lineB] = [a, b].map(({ name }) => Number(DOC_LINE.exec(name)?.[1] ?? 0)) as [
    number,
    number,
  ];
  return lineA - lineB;
}
