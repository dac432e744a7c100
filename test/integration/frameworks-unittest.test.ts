import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { buildReporter, check, messageOf, report } from '../support/framework-run';
import { skip } from '../support/skip';

describe('unittest', function () {
  this.timeout(300_000);

  before(async function () {
    if (spawnSync('python3', ['--version']).status !== 0) skip(this, 'there is no python3');
    await buildReporter();
  });

  const file = 'calc.py';
  const suite = [
    'import unittest',
    'from calc import add',
    'class AddTest(unittest.TestCase):',
    '    def test_adds(self): self.assertEqual(add(1, 2), 3)',
    '    def test_differs(self): self.assertEqual({"a": add(1, 0)}, {"a": 2})',
    '    @unittest.skip("later")',
    '    def test_later(self): pass',
    '    @unittest.expectedFailure',
    '    def test_known(self): self.fail()',
    '    @unittest.expectedFailure',
    '    def test_mended(self): pass',
    '    def test_parts(self):',
    '        for n in range(4):',
    '            with self.subTest(n=n): self.assertNotIn(n, (1, 3))',
    '    def test_gehört_dazu(self): pass',
    'class Broken(unittest.TestCase):',
    '    @classmethod',
    '    def setUpClass(cls): raise RuntimeError("no database")',
    '    def test_a(self): pass',
    '    def test_b(self): pass',
    'class Torn(unittest.TestCase):',
    '    @classmethod',
    '    def tearDownClass(cls): raise RuntimeError("torn")',
    '    def test_a(self): pass',
    'class Asynchronous(unittest.IsolatedAsyncioTestCase):',
    '    async def test_waits(self): pass',
    'class Base:',
    '    def test_shared(self): pass',
    'class Derived(Base, unittest.TestCase): pass',
  ].join('\n');
  const files = { [file]: 'def add(a, b): return a + b', 'tests/test_add.py': suite };
  const one = 'import unittest\nclass T(unittest.TestCase):\n    def test_x(self): pass\n';

  it('reports passes, failures, skips, subtests, class fixtures, and modules that do not load', async () => {
    const more = {
      ...files,
      'tests/test_b.py': 'import unittest\ndef x(:',
      'tests/test_c.py': `${one.replaceAll('    def', '  def')}import no_such_module`,
      'tests/test_d.py': `${one}raise unittest.SkipTest("not here")`,
    };
    const result = await check({ files: more, file }, 'completed', [
      'tests/test_add.py › AddTest › test_adds: passed',
      'tests/test_add.py › AddTest › test_differs: failed',
      'tests/test_add.py › AddTest › test_later: skipped',
      'tests/test_add.py › AddTest › test_known: skipped',
      'tests/test_add.py › AddTest › test_mended: failed',
      'tests/test_add.py › AddTest › test_parts: failed',
      'tests/test_add.py › AddTest › test_gehört_dazu: passed',
      'tests/test_add.py › Asynchronous › test_waits: passed',
      'tests/test_add.py › Broken › test_a: failed',
      'tests/test_add.py › Broken › test_b: failed',
      'tests/test_add.py › Derived › test_shared: passed',
      'tests/test_add.py › Torn › tearDownClass: failed',
      'tests/test_add.py › Torn › test_a: passed',
      'tests/test_b.py: failed (whole file)',
      'tests/test_c.py: failed (whole file)',
      'tests/test_d.py: skipped',
    ]);
    const add = 'tests/test_add.py ›';
    assert.match(messageOf(result, `${add} AddTest › test_differs`), /\{'a': 1\} != \{'a': 2\}/);
    assert.match(messageOf(result, `${add} AddTest › test_parts`), /\(n=1\)[\s\S]*\(n=3\)/);
    assert.match(messageOf(result, `${add} Broken › test_b`), /no database/);
    assert.match(messageOf(result, 'tests/test_c.py'), /no_such_module/);
  });

  it('runs only the files of a scope, with the same ids', async () => {
    const more = { ...files, 'tests/deep/__init__.py': '', 'tests/deep/test_b.py': one };
    await check(
      { files: more, file, scope: { kind: 'files', files: ['tests/deep/test_b.py'] } },
      'completed',
      ['tests/deep/test_b.py › T › test_x: passed'],
    );
  });

  it('finds tests in several folders that are no packages', async () => {
    const more = { 'a.py': '', 'tests/unit/test_a.py': one, 'tests/more/test_b.py': one };
    await check({ files: more, file: 'a.py' }, 'completed', [
      'tests/unit/test_a.py › T › test_x: passed',
      'tests/more/test_b.py › T › test_x: passed',
    ]);
  });

  it("takes the owner's own arguments", async () => {
    const more = {
      Makefile: 'test:\n\tpython3 -m unittest discover -v -f -s checks -p "*_check.py"\n',
      'checks/a_check.py': one,
      'checks/test_b.py': one,
    };
    await check({ files: more, file }, 'completed', ['checks/a_check.py › T › test_x: passed']);
  });

  it('collects nothing', async () => {
    const more = { Makefile: 'test:\n\tpython3 -m unittest\n', 'a.py': '' };
    await check({ files: more, file }, 'completed', []);
  });

  it('goes on to its end whatever a test does to the streams or leaves running', async () => {
    const text = [
      'import os, sys, threading, unittest',
      'class T(unittest.TestCase):',
      '    def test_a(self): os.close(1); os.close(2)',
      '    def test_b(self): threading.Thread(target=threading.Event().wait).start()',
      '    def test_c(self): sys.exit(0)',
    ].join('\n');
    const result = await report({ files: { 'test_a.py': text }, file });
    assert.deepEqual(
      result.tests.map(({ id, outcome }) => `${id}: ${outcome}`),
      [
        'test_a.py › T › test_a: passed',
        'test_a.py › T › test_b: passed',
        'test_a.py › T › test_c: failed',
      ],
      result.output,
    );
  });

  const endings = {
    'os._exit(0)': 'os._exit(0)',
    'a signal': 'os.kill(os.getpid(), 9)',
    'an interrupt': 'raise KeyboardInterrupt',
  };
  for (const [name, statement] of Object.entries(endings))
    it(`takes ${name} for a crash`, async () => {
      const text = `import os, unittest\nclass T(unittest.TestCase):\n    def test_x(self): ${statement}\n`;
      const result = await report({ files: { 'test_a.py': text }, file });
      assert.equal(result.end.kind, 'crashed', result.output);
      assert.ok(result.tests.every(({ outcome }) => outcome !== 'passed'));
    });
});
