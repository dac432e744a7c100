import { checkPlan as check, needs, PYTHON, runs } from '../../support/check-plan';

describe('plans from the nearest sign', () => {
  check(
    'the nearest package of a monorepo',
    {
      files: {
        'package.json': runs('mocha'),
        'packages/a/package.json': runs('vitest run'),
        'packages/a/src/x.ts': '',
      },
      file: 'packages/a/src/x.ts',
    },
    `vitest in 'packages/a': vitest run`,
  );
  check(
    'a package that depends on one without tests',
    {
      files: {
        'package.json': runs('npm test -w a'),
        'packages/a/package.json': { ...runs('mocha'), dependencies: { '@x/b': '1' } },
        'packages/b/package.json': { name: '@x/b' },
        'packages/b/x.js': '',
        'packages/c/package.json': runs('jest'),
      },
      file: 'packages/b/x.js',
    },
    `mocha in 'packages/a': mocha`,
  );
  check(
    'tests by their name where a program of its own runs them',
    {
      files: {
        'package.json': { ...runs('node scripts/test.js'), ...needs('mocha') },
        'scripts/test.js': '',
        'test/utils/x.spec.js': '',
        'x.js': '',
      },
      file: 'x.js',
    },
    `mocha in '': mocha test/utils/x.spec.js`,
  );
  check(
    'the root where the nearest package has no tests',
    {
      files: {
        'package.json': runs('jest'),
        'packages/a/package.json': { name: 'a' },
        'packages/a/x.js': '',
      },
      file: 'packages/a/x.js',
    },
    `jest in '': jest`,
  );
  check(
    'the root where the nearest package only says so',
    {
      files: {
        'package.json': runs('vitest'),
        'packages/a/package.json': runs('echo "no test specified" && exit 1'),
      },
      file: 'packages/a/x.js',
    },
    `vitest in '': vitest`,
  );
  check(
    'a package behind a root that delegates',
    {
      files: { 'package.json': runs('turbo run test'), 'packages/a/package.json': runs('mocha') },
      file: 'packages/a/x.js',
    },
    `mocha in 'packages/a': mocha`,
  );
  check(
    'pnpm -r at the root and a configuration file in the package',
    {
      files: {
        'package.json': runs('pnpm -r test'),
        'packages/a/vitest.config.ts': '',
        'packages/a/package.json': {},
      },
      file: 'packages/a/src/x.ts',
    },
    `vitest in 'packages/a': vitest`,
  );
  check(
    'a vitest configuration',
    { files: { 'vitest.config.mts': '', 'a.ts': '' }, file: 'a.ts' },
    `vitest in '': vitest`,
  );
  check(
    'tests in a vite configuration',
    {
      files: { 'vite.config.ts': 'export default { test: { globals: true } }' },
      file: 'src/a.ts',
    },
    `vitest in '': vitest`,
  );
  check(
    'a vite configuration without tests',
    { files: { 'vite.config.ts': 'export default {}' }, file: 'src/a.ts' },
    'none',
  );
  check(
    'a jest configuration',
    { files: { 'jest.config.js': '' }, file: 'src/a.js' },
    `jest in '': jest`,
  );
  check(
    'the jest field',
    { files: { 'package.json': { jest: {} } }, file: 'a.js' },
    `jest in '': jest`,
  );
  check(
    'a mocha configuration that names files',
    {
      files: { '.mocharc.json': '{"spec":"spec/*.js"}' },
      file: 'a.js',
    },
    `mocha in '': mocha`,
  );
  check(
    'a mocha configuration that names none',
    {
      files: { '.mocharc.yml': 'timeout: 100', 'test/deep/a.test.js': '' },
      file: 'a.js',
    },
    `mocha in '': mocha test/deep/a.test.js`,
  );
  check(
    'a dependency with test files',
    {
      files: { 'package.json': needs('vitest'), 'a.test.ts': '' },
      file: 'a.ts',
    },
    `vitest in '': vitest`,
  );
  check(
    'a dependency without test files',
    { files: { 'package.json': needs('vitest') }, file: 'a.ts' },
    'none',
  );
  check(
    'a custom runner over mocha',
    {
      files: {
        'package.json': { ...runs('node test/run.js'), ...needs('mocha') },
        'test/run.js': `require('mocha')`,
        'test/a.test.js': '',
      },
      file: 'index.js',
    },
    `mocha in '': mocha test/a.test.js`,
  );
  check(
    'a custom runner over mocha with TypeScript',
    {
      files: {
        'package.json': { ...runs('node run.mjs'), ...needs('mocha', 'tsx') },
        'run.mjs': '',
        'test/a.test.ts': '',
      },
      file: 'index.ts',
    },
    `mocha in '': mocha --import tsx test/a.test.ts`,
  );
  check(
    'a custom runner that starts node:test',
    {
      files: {
        'package.json': runs('node test/run.mjs'),
        'test/run.mjs': `import { run } from 'node:test'`,
        'test/a.test.mjs': `import test from 'node:test'`,
      },
      file: 'index.mjs',
    },
    `node:test in '': node --test test/a.test.mjs`,
  );
  check(
    'nothing but test files of node:test',
    {
      files: {
        'package.json': {},
        'test/a.js': `const { test } = require('node:test')`,
        'index.js': '',
      },
      file: 'index.js',
    },
    `node:test in '': node --test test/a.js`,
  );
  check(
    'node:test in TypeScript',
    {
      files: { 'package.json': needs('tsx'), 'src/a.test.ts': `import { it } from 'node:test';` },
      file: 'src/a.ts',
    },
    `node:test in '': node --import tsx --test src/a.test.ts`,
  );
  check(
    'pytest.ini above',
    {
      files: { 'pytest.ini': '', 'pkg/a.py': '', 'pkg/tests/test_a.py': '' },
      file: 'pkg/a.py',
    },
    `pytest in '': ${PYTHON} -m pytest`,
  );
  check(
    'pyproject.toml of a package in a monorepo',
    {
      files: {
        'libs/b/pyproject.toml': '[tool.pytest.ini_options]\naddopts = "-q"',
        'pyproject.toml': '[tool.pytest.ini_options]',
      },
      file: 'libs/b/src/b/x.py',
    },
    `pytest in 'libs/b': ${PYTHON} -m pytest`,
  );
  check(
    'test files beside a pyproject.toml',
    {
      files: { 'pyproject.toml': '[project]', 'tests/test_a.py': '', 'pkg/a.py': '' },
      file: 'pkg/a.py',
    },
    `pytest in '': ${PYTHON} -m pytest`,
  );
  check(
    'the virtual environment above the package',
    {
      files: { 'libs/b/pytest.ini': '' },
      onDisk: ['.venv/pyvenv.cfg', '.venv/bin/python'],
      file: 'libs/b/x.py',
    },
    `pytest in 'libs/b': /project/.venv/bin/python -m pytest`,
  );
  check(
    'a Python file in a repository of both',
    {
      files: { 'package.json': runs('jest'), 'setup.cfg': '[tool:pytest]', 'py/a.py': '' },
      file: 'py/a.py',
    },
    `pytest in '': ${PYTHON} -m pytest`,
  );
  check(
    'a JavaScript file in a repository of both',
    {
      files: { 'package.json': runs('jest'), 'pytest.ini': '', 'web/a.js': '' },
      file: 'web/a.js',
    },
    `jest in '': jest`,
  );
  check(
    'a stylesheet takes what there is',
    { files: { 'package.json': runs('jest') }, file: 'a.css' },
    `jest in '': jest`,
  );
  check('nothing', { files: { 'a.js': '' }, file: 'a.js' }, 'none');
  check('broken JSON', { files: { 'package.json': '{' }, file: 'a.js' }, 'none');
  check(
    'the given command, recognised',
    {
      files: { 'package.json': runs('jest') },
      file: 'a.js',
      override: { command: 'npx vitest run -c b.ts', report: 'auto', cwd: 'pkg' },
    },
    `vitest in 'pkg': vitest run -c b.ts`,
  );
  check(
    'the given command, through a script',
    {
      files: { 'package.json': runs('jest -c x.json') },
      file: 'a.js',
      override: { command: 'npm test', report: 'auto' },
    },
    `jest in '': jest -c x.json`,
  );
  if (process.platform !== 'win32') {
    check(
      'the given command as it stands',
      {
        files: {},
        file: 'a.js',
        override: { command: 'make test | tee log', report: 'auto' },
      },
      `command in '': sh -c make test | tee log`,
    );
    check(
      'the given command with a format',
      {
        files: { 'package.json': runs('jest') },
        file: 'a.js',
        override: { command: 'npx jest --reporters=jest-junit', report: 'junit' },
      },
      `command in '': sh -c npx jest --reporters=jest-junit`,
    );
  }
});
