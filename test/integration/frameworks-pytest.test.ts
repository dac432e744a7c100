import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { check, messageOf, report } from '../support/framework-run';
import { skip } from '../support/skip';

describe('pytest', function () {
  this.timeout(300_000);

  before(function () {
    const { status } = spawnSync('python3', ['-m', 'pytest', '--version']);
    if (status !== 0) skip(this, 'python3 has no pytest');
  });

  const suite = [
    'import pytest',
    'class TestOuter:',
    '    def test_ok(self): pass',
    '    class TestInner:',
    '        def test_deep(self): pass',
    '    @pytest.mark.parametrize("v", ["a", 1.5])',
    '    def test_p(self, v): pass',
    'def test_differs(): assert {"a": 1} == {"a": 2}',
    '@pytest.mark.skip',
    'def test_later(): pass',
    '@pytest.fixture',
    'def torn():',
    '    yield',
    '    raise RuntimeError("teardown")',
    'def test_torn(torn): assert False',
  ].join('\n');
  const files = {
    'pytest.ini': '[pytest]\naddopts = -x',
    'src/größe.py': 'x = 1',
    'tests/test_a.py': suite,
  };
  const file = 'src/größe.py';

  it('reports passes, failures, skips, parameters and classes, and files that do not load', async () => {
    const more = {
      ...files,
      'tests/test_b.py': 'def x(:',
      'tests/test_c.py': 'import größe\ndef test_ü(): assert größe.x == 1',
    };
    const result = await check({ files: more, file }, 'completed', [
      'tests/test_a.py › TestOuter › test_ok: passed',
      'tests/test_a.py › TestOuter › TestInner › test_deep: passed',
      'tests/test_a.py › TestOuter › test_p[a]: passed',
      'tests/test_a.py › TestOuter › test_p[1.5]: passed',
      'tests/test_a.py › test_differs: failed',
      'tests/test_a.py › test_later: skipped',
      'tests/test_a.py › test_torn: failed',
      'tests/test_b.py: failed (whole file)',
      'tests/test_c.py › test_ü: passed',
    ]);
    assert.match(messageOf(result, 'tests/test_a.py › test_differs'), /Differing items/);
    assert.match(messageOf(result, 'tests/test_a.py › test_torn'), /assert False[\s\S]*teardown/);
  });

  it('runs only the files of a scope', async () => {
    const more = { ...files, 'tests/test_b.py': 'def test_y(): pass' };
    await check(
      { files: more, file, scope: { kind: 'files', files: ['tests/test_b.py'] } },
      'completed',
      ['tests/test_b.py › test_y: passed'],
    );
  });

  it('collects nothing', async () => {
    await check({ files: { 'pytest.ini': '' }, file }, 'completed', []);
  });

  const endings = {
    'os._exit(0)': 'import os\ndef test_x(): os._exit(0)',
    'pytest.exit with status 0': 'import pytest\ndef test_x(): pytest.exit("x", returncode=0)',
    'sys.exit(0) in a module': 'import sys\nsys.exit(0)',
  };
  for (const [name, text] of Object.entries(endings))
    it(`takes ${name} for a crash`, async () => {
      const result = await report({ files: { 'pytest.ini': '', 'test_a.py': text }, file });
      assert.equal(result.end.kind, 'crashed');
      assert.ok(result.tests.every(({ outcome }) => outcome !== 'passed'));
    });
});
