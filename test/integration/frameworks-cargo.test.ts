import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { check, messageOf, report } from '../support/framework-run';
import { skip } from '../support/skip';

describe('cargo', function () {
  this.timeout(300_000);

  before(function () {
    if (spawnSync('cargo', ['--version']).status !== 0) skip(this, 'there is no cargo');
  });

  const file = 'src/lib.rs';
  const lib = [
    '/// Adds.',
    '/// ```',
    '/// assert_eq!(calc::add(1, 2), 3);',
    '/// ```',
    '/// ```',
    '/// assert_eq!(calc::add(1, 2), 4);',
    '/// ```',
    'pub fn add(a: i32, b: i32) -> i32 { a + b }',
    'pub mod money;',
    '#[cfg(test)]',
    'mod tests {',
    '    use super::*;',
    '    #[test] fn adds() { println!("test tests::differs ... ok"); assert_eq!(add(1, 2), 3); }',
    '    #[test] fn differs() { println!("a log"); assert_eq!(add(1, 2), 4, "größe"); }',
    '    #[test] #[ignore = "later"] fn later() {}',
    '    #[test] #[should_panic] fn panics() { panic!("x") }',
    '    #[test] #[should_panic] fn panics_not() {}',
    '    #[test] fn error() -> Result<(), String> { Err("oh".into()) }',
    '}',
  ].join('\n');
  const money =
    'pub fn f() -> i32 { 1 }\n#[cfg(test)]\nmod tests {\n    #[test] fn adds() { assert_eq!(super::f(), 1); }\n}\n';
  const files = {
    'Cargo.toml': '[package]\nname = "calc"\nversion = "0.1.0"\nedition = "2021"\n',
    [file]: lib,
    'src/money.rs': money,
  };

  it('reports unit, integration and doc tests', async () => {
    const more = {
      ...files,
      'src/main.rs': 'fn main() {}\n#[test] fn runs() {}',
      'tests/it.rs': '#[test] fn whole() { assert_eq!(calc::add(2, 2), 4); }',
    };
    const result = await check({ files: more, file }, 'completed', [
      'calc › doc › src/lib.rs - add #2: failed',
      'calc › doc › src/lib.rs - add: passed',
      'calc › src/lib.rs › money::tests::adds: passed',
      'calc › src/lib.rs › tests::adds: passed',
      'calc › src/lib.rs › tests::differs: failed',
      'calc › src/lib.rs › tests::error: failed',
      'calc › src/lib.rs › tests::later: skipped',
      'calc › src/lib.rs › tests::panics: passed',
      'calc › src/lib.rs › tests::panics_not: failed',
      'calc › src/main.rs › runs: passed',
      'it › tests/it.rs › whole: passed',
    ]);
    const differs = messageOf(result, 'calc › src/lib.rs › tests::differs');
    assert.match(differs, /a log[\s\S]*größe\s+left: 3\s+right: 4/);
    assert.match(messageOf(result, 'calc › src/lib.rs › tests::error'), /oh/);
    assert.match(messageOf(result, 'calc › doc › src/lib.rs - add #2'), /right: 4/);
  });

  it('tells code that does not compile from tests that fail', async () => {
    const more = { ...files, [file]: 'pub fn add(a: i32) -> i32 { a + "" }' };
    const result = await check({ files: more, file }, 'prepare-failed', []);
    assert.match(JSON.stringify(result.end), /cargo test --no-run[\s\S]*E0277[\s\S]*src\/lib\.rs/);
  });

  it('takes programs that end before their last test for a crash', async () => {
    const texts = {
      'process::exit(0)': 'std::process::exit(0)',
      'an abort': 'std::process::abort()',
    };
    for (const [name, text] of Object.entries(texts)) {
      const more = { ...files, [file]: `#[test] fn ends() { ${text} }\n#[test] fn stays() {}` };
      const result = await report({ files: more, file });
      assert.equal(result.end.kind, 'crashed', `${name}: ${result.output}`);
      assert.ok(result.tests.every(({ id }) => !id.endsWith('ends')));
    }
  });

  it("takes the owner's own arguments", async () => {
    const command = 'cargo test --lib -q -- --nocapture money';
    await check({ files, file, override: { command, report: 'auto' } }, 'completed', [
      'calc › src/lib.rs › money::tests::adds: passed',
    ]);
  });

  it('collects nothing', async () => {
    await check({ files: { ...files, [file]: '' }, file }, 'completed', []);
  });

  it('says what is wrong where a crate is missing', async () => {
    const manifest = `${files['Cargo.toml']}[dependencies]\nno-such-crate-here = "1"\n`;
    const result = await report({ files: { ...files, 'Cargo.toml': manifest }, file });
    assert.equal(result.end.kind, 'prepare-failed');
    assert.match(JSON.stringify(result.end), /no-such-crate-here/);
  });
});
