import type { FileChange } from '../api/patch';
import type { LineRange } from '../api/task';

/** `#[test]`, `#[tokio::test(…)]`, `#[rstest]`, `#[cfg(test)]`, `#[cfg(all(test, …))]`. */
const TEST_ATTRIBUTE =
  /^\s*#!?\[\s*(?:(?:\w+::)*(?:test|rstest|test_case|quickcheck|proptest)\b|cfg\s*\((?!.*\bnot\s*\(\s*test\b).*\btest\b)/;
const ATTRIBUTE = /^\s*#!?\[/;
const DOC_COMMENT = /^\s*\/\/[/!]/;
const FENCE = /^\s*\/\/[/!]\s*(?:```|~~~)/;

/** Strings, characters and comments of Rust, in which braces mean nothing; lifetimes are none of them. */
const OPAQUE =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|\bb?r(#*)"[\s\S]*?"\1|"(?:\\[\s\S]|[^"\\])*"|'(?:\\(?:u\{[^}]*\}|x..|.)|[^'\\\n])'/g;

/**
 * Lines (1-based) of the tests that stand in the same file as the code: what Rust compiles for tests
 * only, and the code in doc comments, which `cargo test` runs too. Empty for all other languages.
 */
export function inlineTests(path: string, text: string): readonly LineRange[] {
  if (!path.endsWith('.rs')) return [];
  const lines = text.split('\n');
  const bare = text.replace(OPAQUE, blank).split('\n');
  const found: LineRange[] = [];
  for (let at = 0; at < lines.length; at++) {
    const last = TEST_ATTRIBUTE.test(bare[at] ?? '')
      ? itemEnd(bare, at)
      : FENCE.test(lines[at] ?? '')
        ? fenceEnd(lines, at)
        : undefined;
    if (last === undefined) continue;
    found.push({ first: at + 1, last: last + 1 });
    at = last;
  }
  return found;
}

/** Whether a change touches tests that stand in the file itself, be it that they are new or gone. */
export function changesInlineTests({ path, before, after }: FileChange): boolean {
  return testsIn(path, before) !== testsIn(path, after);
}

/** Whether a selection holds nothing but tests, which no patch may change. */
export function isInlineTests(path: string, text: string, { first, last }: LineRange): boolean {
  const tests = inlineTests(path, text);
  const lines = text.split('\n');
  const others = lines.slice(first - 1, last).some((line, index) => {
    const number = first + index;
    return line.trim() !== '' && !tests.some((each) => each.first <= number && number <= each.last);
  });
  return tests.length > 0 && !others;
}

function testsIn(path: string, text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return inlineTests(path, text)
    .map(({ first, last }) => lines.slice(first - 1, last).join('\n'))
    .join('\n');
}

function blank(match: string): string {
  return match.replace(/[^\n]/g, ' ');
}

/** Last line of the item behind an attribute: where its braces are closed, or its semicolon. */
function itemEnd(lines: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const code = ATTRIBUTE.test(line) ? line.replace(/#!?\[.*?\](?=\s|$)/g, '') : line;
    for (const char of code) {
      if (char === '{') depth += 1;
      if (char === '}') depth -= 1;
      if ((char === '}' && depth <= 0) || (char === ';' && depth === 0)) return at;
    }
  }
  return lines.length - 1;
}

function fenceEnd(lines: readonly string[], from: number): number {
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (!DOC_COMMENT.test(line)) return at - 1;
    if (FENCE.test(line)) return at;
  }
  return lines.length - 1;
}
