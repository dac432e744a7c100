import assert from 'node:assert/strict';
import { changesInlineTests, isInlineTests } from '../../../src/core/frameworks';

const TEXT = `/// Adds, as in
/// \`\`\`
/// assert_eq!(calc::add(1, 2), 3);
/// \`\`\`
pub fn add<'a>(a: i32, b: i32) -> i32 {
    let brace = '{'; // }
    a - b
}

#[cfg(not(test))]
fn real() {}

#[cfg(test)]
mod tests {
    use super::{add, real};

    const TEXT: &str = r#"}"#;

    #[test]
    fn adds() {
        assert_eq!(add(1, 2), 3, "}}");
    }
}

#[cfg(all(test, unix))]
use std::fs;

fn last() {}
`;

/** Whether a change of the text, by replacing a part of it, touches its tests. */
function check(part: string, by: string, expected: boolean, path = 'src/lib.rs'): void {
  it(`${JSON.stringify(part)} to ${JSON.stringify(by)} in ${path}`, () => {
    assert.ok(TEXT.includes(part));
    const change = { path, before: TEXT, after: TEXT.replace(part, by) };
    assert.equal(changesInlineTests(change), expected);
  });
}

describe('tests in the same file as the code', () => {
  check('a - b', 'a + b', false);
  check('a - b', 'if a > 0 {\n        a + b\n    } else { 0 }', false);
  check('fn real() {}', 'fn real() { last() }', false);
  check('fn last() {}', 'fn last() { real() }', false);
  check('/// Adds, as in', '/// Adds two numbers, as in\n/// this example:', false);
  check('3, "}}"', '2, "}}"', true);
  check('    #[test]\n', '', true);
  check('#[cfg(test)]', '#[cfg(any())]', true);
  check('add(1, 2), 3);', 'add(1, 2), -1);', true);
  check('r#"}"#', 'r#"{"#', true);
  check('use std::fs;', 'use std::io;', true);
  check('fn last() {}', '#[test]\nfn last() {}', true);
  check('3, "}}"', '2, "}}"', false, 'src/lib.ts');

  const selections: readonly (readonly [first: number, last: number, expected: boolean])[] = [
    [5, 8, false],
    [13, 23, true],
    [14, 14, true],
    [9, 24, false],
    [12, 24, true],
    [1, 29, false],
    [2, 4, true],
    [1, 4, false],
  ];
  for (const [first, last, expected] of selections)
    it(`lines ${first} to ${last} hold ${expected ? 'tests only' : 'more than tests'}`, () =>
      assert.equal(isInlineTests('src/lib.rs', TEXT, { first, last }), expected));
});
