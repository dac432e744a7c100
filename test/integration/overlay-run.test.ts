import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createHome, eventsOf, lastEvent, runCli } from '../support/cli';
import { createProject, REPOSITORY } from '../support/project';
import { skip } from '../support/skip';

describe('winnow run --sandbox overlay', () => {
  const cases: readonly [string, Readonly<Record<string, string>>, string][] = [
    [
      'node:test',
      {
        'package.json': JSON.stringify({ type: 'module', scripts: { test: 'node --test' } }),
        'max.js': 'export function max(a, b) {\n  return a < b ? a : b;\n}\n',
        'max.test.js':
          "import test from 'node:test';\nimport assert from 'node:assert/strict';\nimport { max } from './max.js';\ntest('first', () => assert.equal(max(2, 1), 2));\ntest('second', () => assert.equal(max(1, 3), 3));\n",
      },
      'max.js',
    ],
    [
      'pytest',
      {
        'pyproject.toml': '[tool.pytest.ini_options]\n',
        'max.py': 'def greatest(a, b):\n    return a if a < b else b\n',
        'test_max.py':
          'from max import greatest\n\ndef test_first():\n    assert greatest(2, 1) == 2\n\ndef test_second():\n    assert greatest(1, 3) == 3\n',
      },
      'max.py',
    ],
  ];
  for (const [framework, files, file] of cases)
    it(`finds the winner with ${framework}, and touches nothing`, async function () {
      const made = createProject(files);
      const home = createHome();
      try {
        const before = made.fingerprint();
        const words = ['run', file, '--json', '--sandbox', 'overlay'];
        const result = await runCli(words, {
          cwd: made.root,
          env: home.env,
        });
        if (/overlay sandbox is not available|No module named pytest/.test(result.stderr))
          skip(this, result.stderr.trim());
        assert.equal(result.status, 0, result.stderr);
        assert.equal(lastEvent(eventsOf(result), 'run-finished').outcome, 'winner');
        assert.equal(made.fingerprint(), before);
        assert.deepEqual(readdirSync(home.temp), []);
      } finally {
        made.remove();
        home.remove();
      }
    });

  it('works for a user without rights', function () {
    if (process.getuid?.() !== 0) skip(this, 'only the superuser can be someone else');
    if (!existsSync('/usr/bin/setpriv')) skip(this, 'no setpriv');
    const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups', '--'];
    const reads = (path: string) =>
      spawnSync('setpriv', [...nobody, 'test', '-r', path]).status === 0;
    if (!reads(join(REPOSITORY, 'dist/cli.js')) || !reads(process.execPath))
      skip(this, 'Winnow or node is where nobody else may read');
    const [, files] = cases[0] ?? assert.fail();
    const made = createProject(files);
    const home = createHome();
    try {
      execFileSync('chown', ['-R', '65534:65534', join(made.root, '..'), join(home.temp, '..')]);
      const before = made.fingerprint();
      const path = (process.env['PATH'] ?? '')
        .split(':')
        .filter((bin) => !bin.startsWith(homedir()));
      const result = spawnSync(
        'setpriv',
        [
          ...nobody,
          process.execPath,
          join(REPOSITORY, 'dist/cli.js'),
          ...['run', 'max.js', '--json', '--sandbox', 'overlay'],
        ],
        {
          cwd: made.root,
          encoding: 'utf8',
          env: { ...home.env, HOME: join(home.temp, '..'), PATH: path.join(':') },
        },
      );
      if (result.stderr.includes('overlay sandbox is not available'))
        skip(this, result.stderr.trim());
      assert.equal(result.status, 0, result.stderr);
      const events = eventsOf(result);
      assert.equal(lastEvent(events, 'run-finished').outcome, 'winner');
      assert.equal(made.fingerprint(), before);
      assert.deepEqual(readdirSync(home.temp), []);
    } finally {
      made.remove();
      home.remove();
    }
  });

  it('gives way to a copy where the tests do not run in it, unless it was asked for', async () => {
    const made = createProject({
      'package.json': JSON.stringify({
        type: 'module',
        scripts: { test: 'node build.js && node --test' },
      }),
      // An overlay cannot rename a folder of the workspace in one step.
      'build.js': "import { renameSync } from 'node:fs';\nrenameSync('raw', 'built');\n",
      'raw/two.js': 'export const two = 2;\n',
      'max.js': 'export function max(a, b) {\n  return a < b ? a : b;\n}\n',
      'max.test.js':
        "import test from 'node:test';\nimport assert from 'node:assert/strict';\nimport { two } from './built/two.js';\nimport { max } from './max.js';\ntest('first', () => assert.equal(max(two, 1), 2));\ntest('second', () => assert.equal(max(1, 3), 3));\n",
    });
    const home = createHome();
    const outcomeWith = async (sandbox: string) => {
      const words = ['audit', 'max.js', '--json', '--sandbox', sandbox, '--audit-time', '1s'];
      const result = await runCli(words, { cwd: made.root, env: home.env });
      if (result.stdout === '') return result.stderr;
      return lastEvent(eventsOf(result), 'run-finished').outcome;
    };
    try {
      assert.equal(await outcomeWith('auto'), 'audited');
      assert.match(await outcomeWith('overlay'), /^unusable-tests$|not available/);
    } finally {
      made.remove();
      home.remove();
    }
  });
});
