import { checkPlan as check, needs, PYTHON, runs } from '../../support/check-plan';

describe('plans of further frameworks', () => {
  const unittests = 'import unittest\nclass T(unittest.TestCase):\n    def test_x(self): pass\n';
  check(
    'tests of unittest in a project that does not name pytest',
    { files: { 'setup.py': '', 'tests/test_a.py': unittests, 'a.py': '' }, file: 'a.py' },
    `unittest in '': ${PYTHON} -m unittest discover -s tests`,
  );
  check(
    'tests of unittest in packages',
    {
      files: {
        'pkg/__init__.py': '',
        'pkg/tests/__init__.py': '',
        'pkg/tests/test_a.py': unittests,
        'pkg/a.py': '',
      },
      file: 'pkg/a.py',
    },
    `unittest in '': ${PYTHON} -m unittest discover`,
  );
  check(
    'tests of unittest in a project that names pytest',
    {
      files: { 'requirements-dev.txt': 'pytest>=7', 'tests/test_a.py': unittests, 'a.py': '' },
      file: 'a.py',
    },
    `pytest in '': ${PYTHON} -m pytest`,
  );
  check(
    'tests of unittest where pytest is installed beside them',
    {
      files: { 'tests/test_a.py': unittests, 'a.py': '' },
      onDisk: ['.venv/pyvenv.cfg', '.venv/bin/python', '.venv/bin/pytest'],
      file: 'a.py',
    },
    `pytest in '': /project/.venv/bin/python -m pytest`,
  );
  check(
    'a workflow that runs unittest',
    {
      files: {
        '.github/workflows/ci.yml': '      - run: python -m unittest discover -s "t" -v\n',
        't/test_a.py': 'def test_x(): pass',
      },
      file: 'a.py',
    },
    `unittest in '': ${PYTHON} -m unittest discover -s t -v`,
  );
  check(
    'the nearest module of Go',
    {
      files: { 'go.mod': 'module a', 'svc/go.mod': 'module b', 'svc/x/x.go': '' },
      file: 'svc/x/x.go',
    },
    `go in 'svc': go test ./...`,
  );
  check(
    'a Go file beside a package of JavaScript',
    {
      files: { 'package.json': runs('jest'), 'go.mod': 'module a', 'web/a.go': '' },
      file: 'web/a.go',
    },
    `go in '': go test ./...`,
  );
  check(
    'the nearest package of Rust',
    {
      files: { 'Cargo.toml': '', 'crates/a/Cargo.toml': '', 'crates/a/src/lib.rs': '' },
      file: 'crates/a/src/lib.rs',
    },
    `cargo in 'crates/a': cargo test`,
  );
  check(
    'specs, with pinned gems',
    {
      files: { 'Gemfile.lock': '    rspec-core (3.12.0)', 'spec/a_spec.rb': '', 'lib/a.rb': '' },
      file: 'lib/a.rb',
    },
    `rspec in '': bundle exec rspec`,
  );
  check(
    'a configuration of PHPUnit, installed by composer',
    { files: { 'phpunit.xml.dist': '' }, onDisk: ['vendor/bin/phpunit'], file: 'src/A.php' },
    `phpunit in '': php vendor/bin/phpunit`,
  );
  check(
    'test files of PHPUnit alone',
    { files: { 'tests/ATest.php': '', 'src/A.php': '' }, file: 'src/A.php' },
    `phpunit in '': phpunit tests`,
  );
  check(
    'a module of Maven, through the project that builds it',
    {
      files: { 'pom.xml': '<modules><module>a</module></modules>', 'a/pom.xml': '<parent/>' },
      file: 'a/src/main/java/x/A.java',
    },
    `maven in '': mvn test`,
  );
  check(
    'a configuration of ava',
    { files: { 'ava.config.js': '', 'package.json': {} }, file: 'a.js' },
    `command in '': ava --tap`,
  );
  check(
    'ava behind a linter and before a type test',
    { files: { 'package.json': runs('xo && ava --watch && tsd') }, file: 'a.js' },
    `command in '': ava --tap`,
  );
  check(
    'tap among the dependencies',
    { files: { 'package.json': needs('tap'), 'test/a.js': '' }, file: 'a.js' },
    `command in '': tap --reporter=tap`,
  );
  check(
    'ava for a package that also depends on mocha, by its script',
    {
      files: { 'package.json': { ...needs('mocha'), ...runs('ava') }, 'test/a.js': '' },
      file: 'a.js',
    },
    `command in '': ava --tap`,
  );
});
