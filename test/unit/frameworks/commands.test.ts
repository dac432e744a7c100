import assert from 'node:assert/strict';
import type { FrameworkId, TestPlan, TestScope } from '../../../src/core/api/framework';
import { createFrameworks, displayOf, isProtected, isTestFile } from '../../../src/core/frameworks';

const frameworks = createFrameworks('/assets');

function plan(framework: FrameworkId, command: string, cwd = ''): TestPlan {
  const [first = '', ...rest] = command.split(' ');
  return {
    framework,
    cwd,
    prepare: [],
    command: { argv: [first, ...rest], env: {} },
    reason: 'why',
  };
}

/** The call that a plan becomes for a scope, with the report at F. */
function check(
  framework: FrameworkId,
  command: string,
  expected: string,
  scope: readonly string[] = [],
  cwd = '',
): void {
  it(`${command}${scope.length > 0 ? ` for ${scope.join(' ')}` : ''}`, () => {
    const [first, ...rest] = scope;
    const asked: TestScope =
      first === undefined ? { kind: 'all' } : { kind: 'files', files: [first, ...rest] };
    const found = frameworks.find(({ id }) => id === framework)!;
    assert.equal(
      found.command(plan(framework, command, cwd), asked, '/F').command.argv.join(' '),
      expected,
    );
  });
}

const JEST = '--json --outputFile=/F --ci -i --coverage=false --bail=0 --watchAll=false';
const VITEST = '--reporter=json --outputFile=/F --coverage.enabled=false --bail=0 --allowOnly';
const MOCHA = '--reporter json -O output=/F --no-bail';
const NODE = '--test-reporter=/assets/node-test-reporter.mjs --test-reporter-destination=/F';
const PYTEST =
  '-p no:cacheprovider --junitxml=/F -o junit_family=xunit1 --continue-on-collection-errors --maxfail=0';

describe('commands that stop at the first failure', () => {
  const cases: readonly [FrameworkId, string, RegExp][] = [
    ['vitest', 'vitest', / --bail=1 /],
    ['mocha', 'mocha', / --bail$/],
    ['pytest', 'python -m pytest', / --maxfail=1$/],
    // It would end before it has written its report.
    ['jest', 'jest', / --bail=0 /],
  ];
  for (const [framework, command, expected] of cases)
    it(command, () => {
      const found = frameworks.find(({ id }) => id === framework)!;
      const { argv } = found.command(
        plan(framework, command),
        { kind: 'all', bail: true },
        '/F',
      ).command;
      assert.match(argv.join(' '), expected);
    });
});

describe('commands that ask for a report', () => {
  check(
    'jest',
    'jest src -c j.js --watch --coverage --maxWorkers 2 -u --reporters a b',
    `jest src -c j.js ${JEST}`,
  );
  check('jest', 'jest src --projects a b', `jest --projects a b ${JEST} --runTestsByPath t/x.js`, [
    't/x.js',
  ]);
  check('jest', 'react-scripts test --env=jsdom', `react-scripts test --env=jsdom ${JEST}`);
  check(
    'jest',
    'node --experimental-vm-modules node_modules/jest/bin/jest.js',
    `node --experimental-vm-modules node_modules/jest/bin/jest.js ${JEST}`,
  );
  check('vitest', 'vitest', `vitest run ${VITEST}`);
  check(
    'vitest',
    'vitest watch unit --typecheck --reporter dot --coverage.provider=v8 -t name',
    `vitest run unit -t name ${VITEST}`,
  );
  check('vitest', 'vitest --config v.ts run unit', `vitest run --config v.ts unit ${VITEST}`);
  check(
    'vitest',
    'vitest run unit --project a',
    `vitest run --project a ${VITEST} src/x.test.ts`,
    ['packages/a/src/x.test.ts'],
    'packages/a',
  );
  check(
    'mocha',
    'mocha -R dot -r tsx -w --bail test/**/*.ts',
    `mocha ${MOCHA} -r tsx test/**/*.ts`,
  );
  check('mocha', 'mocha --spec a.js -r tsx test', `mocha ${MOCHA} -r tsx ../b.js`, ['b.js'], 'pkg');
  check(
    'node:test',
    'node --import tsx --test --watch --test-reporter spec a.js b.js',
    `node --import tsx --test ${NODE} a.js b.js`,
  );
  check('node:test', 'node --test a.js b.js', `node --test ${NODE} b.js`, ['b.js']);
  check(
    'node:test',
    'node -r x test/index.js --verbose',
    `node -r x ${NODE} test/index.js --verbose`,
  );
  check('node:test', 'tsx --test a.ts', `tsx --test ${NODE} a.ts`);
  check(
    'pytest',
    'python3 -m pytest tests -x --cov=pkg -k name',
    `python3 -m pytest tests -k name ${PYTEST}`,
  );
  check(
    'pytest',
    'python3 -m pytest tests -k name',
    `python3 -m pytest -k name ${PYTEST} tests/test_a.py`,
    ['tests/test_a.py'],
  );
  check(
    'unittest',
    'python3 -m unittest discover -s tests -f -v -k name',
    'python3 /assets/unittest_runner.py /F [] discover -s tests -k name',
  );
  check(
    'unittest',
    'python3 -m unittest discover',
    'python3 /assets/unittest_runner.py /F ["tests/test_a.py"] discover',
    ['pkg/tests/test_a.py'],
    'pkg',
  );
  const GO = 'go test -json -count=1';
  check('go', 'go test ./...', `${GO} ./...`);
  check(
    'go',
    'go test -v -race -tags slow -coverprofile c.out -failfast ./... -args -v x',
    `${GO} -race -tags slow ./... -args -v x`,
  );
  check('go', 'go test ./...', `${GO} ./ ./calc`, ['svc', 'svc/calc'], 'svc');
  check('go', 'go test ./...', `${GO} ./. ./calc`, ['.', 'calc']);
  const MERGED = process.platform === 'win32' ? '' : 'sh -c exec "$@" 2>&1 sh ';
  check('cargo', 'cargo test', `${MERGED}cargo test --no-fail-fast --`);
  check(
    'cargo',
    'cargo +nightly t -p calc money --verbose --no-fail-fast -- --nocapture --test-threads 1 --skip x',
    `${MERGED}cargo +nightly test --no-fail-fast -p calc -- money --test-threads 1 --skip x`,
  );
  const RSPEC = '--format json --out /F --no-color --no-fail-fast';
  check('rspec', 'rspec -f d --fail-fast -t slow spec', `rspec ${RSPEC} -t slow spec`);
  check('rspec', 'bundle exec rspec', `bundle exec rspec ${RSPEC} spec/a_spec.rb`, [
    'spec/a_spec.rb',
  ]);
  const PHPUNIT = '--log-junit /F --do-not-cache-result --no-coverage';
  check(
    'phpunit',
    'php vendor/bin/phpunit --testdox -c p.xml --stop-on-failure tests',
    `php vendor/bin/phpunit ${PHPUNIT} -c p.xml tests`,
  );
  check('phpunit', 'phpunit tests', `phpunit ${PHPUNIT} tests/ATest.php`, ['tests/ATest.php']);
  check('phpunit', 'phpunit tests', `phpunit ${PHPUNIT} tests`, [
    'tests/ATest.php',
    'tests/BTest.php',
  ]);
  check('command', 'make test', 'make test', ['a.js']);

  it('the environment of the command names the report', () => {
    const found = frameworks.find(({ id }) => id === 'command')!;
    const { command, report } = found.command(plan('command', 'make'), { kind: 'all' }, '/F');
    assert.deepEqual([command.env, report], [{ WINNOW_REPORT_FILE: '/F' }, 'stdout']);
  });

  it("the owner's environment goes before ours", () => {
    const found = frameworks.find(({ id }) => id === 'jest')!;
    const own = { ...plan('jest', 'jest'), command: { argv: ['jest'] as const, env: { CI: '' } } };
    assert.deepEqual(found.command(own, { kind: 'all' }, '/F').command.env, { CI: '' });
  });
});

describe('Maven', () => {
  it('is asked for all reports, and old ones go first', () => {
    const found = frameworks.find(({ id }) => id === 'maven')!;
    const asked = plan('maven', 'mvn -q -P ci -DskipTests clean verify');
    const { argv } = found.command(asked, { kind: 'all' }, '/F').command;
    assert.match(argv[2] ?? '', /-delete\n"\$@"[\s\S]*> "\$0"/);
    assert.equal(
      argv.slice(3).join(' '),
      '/F mvn -o -B -q -P ci -Dmaven.test.failure.ignore=true test',
    );
  });
});

describe('what decides about the verdict', () => {
  const tests = [
    'test/a.js',
    'src/a.test.ts',
    'src/a.spec.tsx',
    'a_test.py',
    'pkg/test_a.py',
    'conftest.py',
    'src/__tests__/a.js',
    'src/__mocks__/fs.js',
    'src/__snapshots__/a.test.js.snap',
    'test.js',
    'own/check.js',
    'tests/data/x.json',
    'a-test.js',
    'pkg/a_test.go',
    'src/test/java/x/A.java',
    'x/CalcTest.java',
    'app/a_spec.rb',
    'src/ATest.php',
    'src/money/tests.rs',
    'benches/a_test.rs',
    'pkg/testdata/in.txt',
  ];
  const settings = [
    'package.json',
    'packages/a/package.json',
    'package-lock.json',
    'pnpm-lock.yaml',
    'vitest.config.mts',
    'jest.config.js',
    'jest.setup.ts',
    '.mocharc.yml',
    'pytest.ini',
    'pyproject.toml',
    'tsconfig.json',
    '.github/workflows/ci.yml',
    'tox.ini',
    'go.mod',
    'pom.xml',
    'build.gradle.kts',
    'Gemfile.lock',
    '.rspec',
    'phpunit.xml.dist',
    'composer.json',
    'Cargo.toml',
    'crates/a/build.rs',
    'svc/go.sum',
    'vendor/x/x.go',
    'vite.config.ts',
    'babel.config.js',
    'poetry.lock',
    'node_modules/x/index.js',
    '.babelrc',
  ];
  const sources = [
    'src/a.ts',
    'lib/testing.js',
    'index.js',
    'src/latest.ts',
    'pkg/contest.py',
    'src/config.ts',
    'src/attest/a.js',
    'src/package.ts',
    'src/spectrum.js',
    'src/test-utils/a.js',
    'src/inspect.js',
  ];
  const own = plan('mocha', 'mocha own/check.js');
  for (const path of tests)
    it(`${path} is a test`, () => assert.ok(isTestFile(own, path) && isProtected(own, path)));
  for (const path of settings)
    it(`${path} is protected`, () => assert.ok(isProtected(own, path) && !isTestFile(own, path)));
  for (const path of sources) it(`${path} is neither`, () => assert.ok(!isProtected(own, path)));
});

describe('a plan in one line', () => {
  it('names the framework, the steps, the folder and the reason', () => {
    const shown = displayOf({
      ...plan('mocha', 'mocha test', 'pkg'),
      prepare: [{ argv: ['tsc', '-p', 'a b'], env: { X: '1' } }],
    });
    assert.equal(shown, "mocha: X=1 tsc -p 'a b' && mocha test in pkg (why)");
  });

  it('does not list a hundred files', () => {
    const files = Array.from({ length: 100 }, (_, index) => `t${index}.js`).join(' ');
    assert.match(
      displayOf(plan('node:test', `node --test ${files}`)),
      /t9\.js … and 90 more \(why\)$/,
    );
  });

  it("shows the user's words as they are", () => {
    const command = { argv: ['sh', '-c', 'make test | tee log'] as const, env: {} };
    assert.equal(displayOf({ ...plan('command', 'x'), command }), 'make test | tee log (why)');
  });
});
