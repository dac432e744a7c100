import assert from 'node:assert/strict';
import { createFrameworks, detectPlan } from '../../../src/core/frameworks';
import { projectFiles } from '../../support/project-files';

const frameworks = createFrameworks('/assets');

interface Expected {
  readonly framework: string;
  /** The runner's words, joined. */
  readonly run: string;
  readonly prepare?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

type Scripts = Readonly<Record<string, string>>;

/** The plan for src/a.js of a package with these scripts and files. */
function check(
  name: string,
  scripts: Scripts | string,
  expected: Expected,
  files: Readonly<Record<string, string>> = {},
): void {
  it(name, async () => {
    const table = typeof scripts === 'string' ? { test: scripts } : scripts;
    const project = projectFiles({
      'package.json': JSON.stringify({ scripts: table }),
      'src/a.js': '',
      ...files,
    });
    const detected = await detectPlan(project, 'src/a.js', frameworks);
    assert.equal(detected.kind, 'found');
    const { plan } = detected;
    assert.deepEqual(
      {
        framework: plan.framework,
        run: plan.command.argv.join(' '),
        prepare: plan.prepare.map(({ argv }) => argv.join(' ')),
        env: plan.command.env,
        cwd: plan.cwd,
      },
      { prepare: [], env: {}, cwd: '', ...expected },
    );
  });
}

describe('plans from package scripts', () => {
  check('a bare runner', 'mocha', { framework: 'mocha', run: 'mocha' });
  check(
    'options, files and a quoted glob',
    `mocha --require test/setup --timeout 5s 'test/**/*.js'`,
    {
      framework: 'mocha',
      run: 'mocha --require test/setup --timeout 5s test/**/*.js',
    },
  );
  check(
    'express: a reporter and check-leaks',
    'mocha --require test/support/env --reporter spec --check-leaks test/ test/acceptance/',
    {
      framework: 'mocha',
      run: 'mocha --require test/support/env --reporter spec --check-leaks test/ test/acceptance/',
    },
  );
  check(
    'an unquoted glob, replaced as the shell would',
    'mocha test/*.js',
    {
      framework: 'mocha',
      run: 'mocha test/a.js test/b.js',
    },
    { 'test/a.js': '', 'test/b.js': '', 'test/deep/c.js': '' },
  );
  check(
    'an unquoted double star, which a shell reads as one',
    'mocha test/**/*.js',
    {
      framework: 'mocha',
      run: 'mocha test/deep/c.js',
    },
    { 'test/a.js': '', 'test/deep/c.js': '', 'test/deep/er/d.js': '' },
  );
  check('lint before, types after', 'xo && ava-codemod --check && vitest run && tsd', {
    framework: 'vitest',
    run: 'vitest run',
  });
  check('ava', 'xo && ava && tsd', { framework: 'command', run: 'ava --tap' });
  check(
    'nyc around npm-run-all chains',
    {
      test: 'run-s lint test:*',
      'test:types': 'tsc --noEmit',
      'test:unit': 'nyc --reporter=lcov -r text mocha --exit',
      lint: 'eslint .',
    },
    { framework: 'mocha', run: 'mocha --exit' },
  );
  check(
    'npm-run-all with flags',
    { test: 'npm-run-all --silent lint "unit -- --grep x"', lint: 'standard', unit: 'jest' },
    {
      framework: 'jest',
      run: 'jest',
    },
  );
  check('c8 with options that take values', 'c8 -r text -r lcov --lines 90 -- node --test', {
    framework: 'node:test',
    run: 'node --test',
  });
  check('a build before the tests', 'npm run build && mocha dist/test', {
    framework: 'mocha',
    run: 'mocha dist/test',
  });
  check(
    'a build script is resolved',
    {
      test: 'npm run build && mocha dist/test',
      build: 'rimraf dist && tsc -p . && node scripts/copy.js',
    },
    {
      framework: 'mocha',
      run: 'mocha dist/test',
      prepare: ['rimraf dist', 'tsc -p .', 'node scripts/copy.js'],
    },
  );
  check(
    'pretest builds, posttest lints',
    { pretest: 'npm run build', build: 'rollup -c', test: 'mocha', posttest: 'eslint .' },
    {
      framework: 'mocha',
      run: 'mocha',
      prepare: ['rollup -c'],
    },
  );
  check(
    'pretest lints',
    { pretest: 'standard', test: 'mocha' },
    { framework: 'mocha', run: 'mocha' },
  );
  check('ufo: a type check that vitest no longer knows', 'vitest --run typecheck && vitest run', {
    framework: 'vitest',
    run: 'vitest run',
  });
  check('tsc --noEmit is a check', 'tsc --noEmit && vitest --run', {
    framework: 'vitest',
    run: 'vitest --run',
  });
  check('cross-env', 'cross-env NODE_ENV=test TZ=UTC jest --coverage', {
    framework: 'jest',
    run: 'jest --coverage',
    env: { NODE_ENV: 'test', TZ: 'UTC' },
  });
  check('bare assignments', 'NODE_OPTIONS=--experimental-vm-modules npx jest', {
    framework: 'jest',
    run: 'jest',
    env: { NODE_OPTIONS: '--experimental-vm-modules' },
  });
  check(
    'an assignment that extends the environment',
    'NODE_OPTIONS="$NODE_OPTIONS --experimental-vm-modules" jest',
    {
      framework: 'jest',
      run: 'jest',
      env: { NODE_OPTIONS: ' --experimental-vm-modules' },
    },
  );
  check(
    'jest through node',
    'node --experimental-vm-modules node_modules/jest/bin/jest.js --colors',
    {
      framework: 'jest',
      run: 'node --experimental-vm-modules node_modules/jest/bin/jest.js --colors',
    },
  );
  check('jest through npm bin', 'node --experimental-vm-modules $(npm bin)/jest', {
    framework: 'jest',
    run: 'node --experimental-vm-modules node_modules/.bin/jest',
  });
  check('mocha with a loader', 'node --import tsx node_modules/mocha/bin/mocha.js "test/*.ts"', {
    framework: 'mocha',
    run: 'node --import tsx node_modules/mocha/bin/mocha.js test/*.ts',
  });
  check('a path into .bin', './node_modules/.bin/mocha -r ts-node/register test/a.ts', {
    framework: 'mocha',
    run: 'mocha -r ts-node/register test/a.ts',
  });
  check('react-scripts', 'react-scripts test --env=jsdom', {
    framework: 'jest',
    run: 'react-scripts test --env=jsdom',
  });
  check(
    'npm test hands on arguments',
    { test: 'npm run unit -- --grep fast', unit: 'mocha test' },
    {
      framework: 'mocha',
      run: 'mocha test --grep fast',
    },
  );
  check(
    'yarn with a script and with a program',
    { test: 'yarn lint && yarn unit', lint: 'eslint .', unit: 'yarn jest -w 2' },
    {
      framework: 'jest',
      run: 'jest -w 2',
    },
  );
  check('pnpm exec', 'pnpm exec vitest run --project unit', {
    framework: 'vitest',
    run: 'vitest run --project unit',
  });
  check(
    'pnpm run with a colon',
    { test: 'pnpm run test:unit', 'test:unit': 'vitest' },
    { framework: 'vitest', run: 'vitest' },
  );
  check('npx with a version', 'npx -y vitest@3 run', { framework: 'vitest', run: 'vitest run' });
  check('bun run', { test: 'bun run vitest --run' }, { framework: 'vitest', run: 'vitest --run' });
  check(
    'node --run',
    { test: 'node --run unit', unit: 'jest' },
    { framework: 'jest', run: 'jest' },
  );
  check(
    'node --test with a loader and a glob',
    'node --import tsx --test "test/**/*.test.ts"',
    {
      framework: 'node:test',
      run: 'node --import tsx --test test/a.test.ts test/deep/b.test.ts',
    },
    { 'test/a.test.ts': '', 'test/deep/b.test.ts': '', 'test/helper.ts': '' },
  );
  check('tsx --test', 'tsx --test test/a.test.ts', {
    framework: 'node:test',
    run: 'tsx --test test/a.test.ts',
  });
  check(
    'glob -c',
    'glob -c "tsx --no-warnings --test" "./test/**/*.ts"',
    {
      framework: 'node:test',
      run: 'tsx --no-warnings --test test/a.ts test/deep/b.ts',
    },
    { 'test/a.ts': '', 'test/deep/b.ts': '' },
  );
  check(
    'borp',
    'standard && borp && npm run test:types',
    {
      framework: 'node:test',
      run: 'node --test test/a.test.js',
    },
    { 'test/a.test.js': '' },
  );
  check(
    'a file of node:test run by node',
    'node test/index.js',
    {
      framework: 'node:test',
      run: 'node test/index.js',
    },
    { 'test/index.js': `import test from 'node:test'` },
  );
  check(
    'tape files run by node',
    'node test.js | tap-spec',
    {
      framework: 'command',
      run: 'node test.js',
    },
    { 'test.js': `const test = require('tape')` },
  );
  check('tape with a glob', `tape 'test/**/*.js'`, {
    framework: 'command',
    run: 'tape test/**/*.js',
  });
  check('istanbul cover', 'istanbul cover _mocha -- -R spec', {
    framework: 'mocha',
    run: '_mocha -R spec',
  });
  check('dotenv', 'dotenv -e .env.test -- vitest run', { framework: 'vitest', run: 'vitest run' });
  check('env', 'env TZ=UTC mocha', { framework: 'mocha', run: 'mocha', env: { TZ: 'UTC' } });
  check('sh -c', `sh -c 'TZ=UTC mocha test'`, {
    framework: 'mocha',
    run: 'mocha test',
    env: { TZ: 'UTC' },
  });
  check('concurrently', `concurrently "npm:lint" "vitest run"`, {
    framework: 'vitest',
    run: 'vitest run',
  });
  check('export for the commands after it', 'export TZ=UTC && mocha', {
    framework: 'mocha',
    run: 'mocha',
    env: { TZ: 'UTC' },
  });
  check(
    'cd into a folder',
    'cd pkg && mocha',
    { framework: 'mocha', run: 'mocha', cwd: 'pkg' },
    { 'pkg/a.js': '' },
  );
  check(
    'a build in another folder',
    'tsc && cd pkg && mocha',
    {
      framework: 'mocha',
      run: 'mocha',
      cwd: 'pkg',
      prepare: ['sh -c cd "$0" && exec "$@" ../ tsc'],
    },
    { 'pkg/a.js': '' },
  );
  check(
    '--prefix',
    'npm --prefix pkg test',
    { framework: 'jest', run: 'jest', cwd: 'pkg' },
    {
      'pkg/package.json': JSON.stringify({ scripts: { test: 'jest' } }),
    },
  );
  check(
    'the unit tests go before the end-to-end tests',
    {
      test: 'npm run test:e2e && npm run test:unit',
      'test:e2e': 'jest -c e2e.json',
      'test:unit': 'jest',
    },
    { framework: 'jest', run: 'jest' },
  );
  check(
    'another script where test only lints',
    { test: 'eslint .', 'test:unit': 'vitest run' },
    {
      framework: 'vitest',
      run: 'vitest run',
    },
  );
  check(
    'a script that calls itself ends',
    { test: 'npm test && npm run unit', unit: 'mocha' },
    {
      framework: 'mocha',
      run: 'mocha',
    },
  );
  check('what comes after two bars is left alone', 'mocha || true', {
    framework: 'mocha',
    run: 'mocha',
  });
  check('redirections', 'mocha test > out.txt 2>&1', { framework: 'mocha', run: 'mocha test' });
  check(
    'vitest bench is no test',
    { test: 'vitest bench', 'test:unit': 'vitest run unit' },
    {
      framework: 'vitest',
      run: 'vitest run unit',
    },
  );
  check('node tools/build.js is a build', 'node tools/build.js && jest', {
    framework: 'jest',
    run: 'jest',
    prepare: ['node tools/build.js'],
  });
  check(
    'pytest through a package script',
    'python -m pytest tests -x',
    {
      framework: 'pytest',
      run: `${process.platform === 'win32' ? 'python' : 'python3'} -m pytest tests -x`,
    },
    { 'tests/test_a.py': '' },
  );
});
