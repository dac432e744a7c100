import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { check, messageOf, report } from '../support/framework-run';
import { skip } from '../support/skip';

describe('go', function () {
  // The first build on a machine compiles Go's own library, too.
  this.timeout(300_000);

  before(function () {
    if (spawnSync('go', ['version']).status !== 0) skip(this, 'there is no go');
  });

  const file = 'calc.go';
  const files = {
    'go.mod': 'module example.com/calc\n\ngo 1.18\n',
    [file]: 'package calc\n\nfunc Add(a, b int) int { return a + b }\n',
  };
  const test = (body: string, name = 'calc', imports = '') =>
    `package ${name}\n\nimport (\n\t"testing"\n${imports})\n\n${body}\n`;
  const one = (name: string) => test('func TestX(t *testing.T) {}', name);

  it('reports passes, failures, skips, subtests, examples, and packages that do not compile', async () => {
    const suite = [
      'func TestAdd(t *testing.T) { if Add(1, 2) != 3 { t.Fatal("no") } }',
      'func TestDiffers(t *testing.T) { t.Log("a log"); t.Errorf("got %d, want 4", Add(1, 2)) }',
      'func TestLater(t *testing.T) { t.Skip("later") }',
      'func TestParts(t *testing.T) {',
      '\tfor _, n := range []string{"größe", "a b", "a b"} {',
      '\t\tn := n',
      '\t\tt.Run(n, func(t *testing.T) { t.Parallel(); if n == "größe" { t.Error("part") } })',
      '\t}',
      '}',
      'func ExampleAdd() {\n\tfmt.Println(Add(1, 2))\n\t// Output: 4\n}',
      'func TestForged(t *testing.T) { fmt.Println("--- PASS: TestDiffers (0.00s)"); t.Fail() }',
    ].join('\n');
    const more = {
      ...files,
      'calc_test.go': test(suite, 'calc', '\t"fmt"\n'),
      'bad/bad.go': 'package bad\n\nfunc X() int { return "a" }\n',
      'bad/bad_test.go': one('bad'),
      'none/none.go': 'package none\n',
      'deep/er/x_test.go': one('er'),
    };
    const path = 'example.com/calc';
    const result = await check({ files: more, file }, 'completed', [
      `${path} › ExampleAdd: failed`,
      `${path} › TestAdd: passed`,
      `${path} › TestDiffers: failed`,
      `${path} › TestForged: failed`,
      `${path} › TestLater: skipped`,
      `${path} › TestParts/a_b#01: passed`,
      `${path} › TestParts/a_b: passed`,
      `${path} › TestParts/größe: failed`,
      `${path} › TestParts: failed`,
      `${path}/bad: failed (whole file)`,
      `${path}/deep/er › TestX: passed`,
    ]);
    assert.match(messageOf(result, `${path} › TestDiffers`), /a log[\s\S]*got 3, want 4/);
    assert.match(messageOf(result, `${path} › ExampleAdd`), /got:\n3\nwant:\n4/);
    assert.match(messageOf(result, `${path}/bad`), /does not compile[\s\S]*bad\.go:3/);
    const folders = new Set(result.tests.map(({ file: folder }) => folder));
    assert.deepEqual([...folders], ['.', 'bad', 'deep/er']);
  });

  it('runs only the packages of a scope, in a module below the root', async () => {
    const more = Object.fromEntries(
      Object.entries({ ...files, 'a/a_test.go': one('a'), 'b/b_test.go': one('b') }).map(
        ([path, text]) => [`svc/${path}`, text],
      ),
    );
    await check(
      { files: more, file: 'svc/calc.go', scope: { kind: 'files', files: ['svc/b', 'svc'] } },
      'completed',
      ['example.com/calc/b › TestX: passed'],
    );
  });

  it('blames a test for taking its package down, and the package for what no test did', async () => {
    const more = {
      ...files,
      'a/a_test.go': test(
        'func TestA(t *testing.T) {}\nfunc TestPanics(t *testing.T) { panic("oh") }\nfunc TestZ(t *testing.T) {}',
        'a',
      ),
      'b/b_test.go': test('func TestB(t *testing.T) { os.Exit(0) }', 'b', '\t"os"\n'),
      'c/c_test.go': test(
        'func TestC(t *testing.T) {}\nfunc TestMain(m *testing.M) { m.Run(); os.Exit(3) }',
        'c',
        '\t"os"\n',
      ),
      'd/d_test.go': test('func init() { panic("early") }\nfunc TestD(t *testing.T) {}', 'd'),
    };
    const result = await check({ files: more, file }, 'completed', [
      'example.com/calc/a › TestA: passed',
      'example.com/calc/a › TestPanics: failed',
      'example.com/calc/b › TestB: failed',
      'example.com/calc/c › (outside of its tests): failed',
      'example.com/calc/c › TestC: passed',
      'example.com/calc/d: failed (whole file)',
    ]);
    assert.match(messageOf(result, 'example.com/calc/d'), /early/);
  });

  it('collects nothing', async () => {
    await check({ files: { 'go.mod': 'module m\n' }, file }, 'completed', []);
    await check({ files, file }, 'completed', []);
  });

  it('says what is wrong where a module is missing', async () => {
    const more = {
      ...files,
      'a_test.go': test(
        'func TestA(t *testing.T) { x.F() }',
        'calc',
        '\tx "example.com/missing"\n',
      ),
    };
    const result = await report({ files: more, file });
    const [first] = result.tests;
    assert.deepEqual([first?.outcome, first?.wholeFile], ['failed', true], result.output);
    assert.match(first?.message ?? '', /example\.com\/missing/);
  });
});
