import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { check, messageOf, report } from '../support/framework-run';
import { skip } from '../support/skip';

describe('phpunit', function () {
  this.timeout(300_000);

  before(function () {
    if (spawnSync('phpunit', ['--version']).status !== 0) skip(this, 'there is no phpunit');
  });

  const file = 'src/calc.php';
  const php = (name: string, body: string) =>
    `<?php\nuse PHPUnit\\Framework\\TestCase;\nfinal class ${name} extends TestCase {\n${body}\n}\n`;
  const suite = php(
    'CalcTest',
    [
      '  public function testAdds(): void { $this->assertSame(3, add(1, 2)); }',
      "  public function testDiffers(): void { $this->assertSame(['a' => 1], ['a' => 2]); }",
      '  public function testThrows(): void { throw new Exception("größe"); }',
      '  public function testLater(): void { $this->markTestSkipped("later"); }',
      '  /** @dataProvider data */',
      '  public function testData(int $n): void { $this->assertSame(1, $n); }',
      "  public static function data(): array { return ['one' => [1], 'two \"q\"' => [2], [1]]; }",
    ].join('\n'),
  );
  const files = {
    'phpunit.xml':
      '<phpunit bootstrap="src/calc.php"><testsuites><testsuite name="all"><directory>tests</directory></testsuite></testsuites></phpunit>',
    [file]: '<?php\nfunction add(int $a, int $b): int { return $a + $b; }\n',
    'tests/CalcTest.php': suite,
  };
  const one = (name: string) =>
    php(name, '  public function testX(): void { $this->assertTrue(true); }');

  it('reports passes, failures, skips and data sets', async () => {
    const more = { ...files, 'tests/deep/NoneTest.php': php('NoneTest', '') };
    const at = 'tests/CalcTest.php › CalcTest ›';
    const result = await check({ files: more, file }, 'completed', [
      `${at} testAdds: passed`,
      `${at} testDiffers: failed`,
      `${at} testThrows: failed`,
      `${at} testLater: skipped`,
      `${at} testData with data set "one": passed`,
      `${at} testData with data set "two "q"": failed`,
      `${at} testData with data set #0: passed`,
      'tests/deep/NoneTest.php › NoneTest › Warning: skipped',
    ]);
    assert.match(messageOf(result, `${at} testDiffers`), /'a' => 1[\s\S]*'a' => 2/);
    assert.match(messageOf(result, `${at} testThrows`), /größe/);
  });

  it('runs only the file of a scope', async () => {
    const more = { ...files, 'tests/OtherTest.php': one('OtherTest') };
    await check(
      { files: more, file, scope: { kind: 'files', files: ['tests/OtherTest.php'] } },
      'completed',
      ['tests/OtherTest.php › OtherTest › testX: passed'],
    );
  });

  const endings = {
    'a file that does not parse': 'public function testX( {}',
    'exit(0)': 'public function testX(): void { exit(0); }',
  };
  for (const [name, body] of Object.entries(endings))
    it(`takes ${name} for a crash`, async () => {
      const result = await report({
        files: { ...files, 'tests/BTest.php': php('BTest', body) },
        file,
      });
      assert.equal(result.end.kind, 'crashed', result.output);
      assert.ok(result.tests.every(({ outcome }) => outcome !== 'passed'));
    });

  it('collects nothing', async () => {
    await check({ files: { ...files, 'tests/CalcTest.php': '<?php' }, file }, 'completed', []);
  });
});
