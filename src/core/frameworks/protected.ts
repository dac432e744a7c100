import type { TestPlan } from '../api/framework';

const SCRIPT_TESTS =
  /(?:[._-](?:test|tests|spec|e2e)|(?:^|\/)tests?)\.[cm]?[jt]sx?$|(?:^|\/)test-[^/]*\.[cm]?[jt]sx?$/i;
const PYTHON_TESTS = /(?:^|\/)(?:test_[^/]*|tests?|[^/]*_test|conftest)\.py$/;
const GO_TESTS = /_test\.go$|(?:^|\/)testdata\//;
const RUST_TESTS = /(?:^|\/)(?:tests?|[^/]*_tests?)\.rs$/;
const RUBY_TESTS = /(?:^|\/)(?:[^/]*_(?:spec|test)|spec_helper|rails_helper)\.rb$/;
const PHP_TESTS = /(?:^|\/)[^/]+Test\.php$/;
const JAVA_TESTS = /(?:^|\/)[^/]+(?:Tests?|IT)\.(?:java|kt|groovy|scala)$/;
const TEST_FOLDERS =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|__snapshots__|__fixtures__|specs?|e2e)\//i;
const SNAPSHOTS = /\.(?:snap|ambr|snapshot)$|(?:^|\/)__(?:image_)?snapshots__\//;

const CONFIGURATION = [
  /(?:^|\/)(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?|poetry\.lock|uv\.lock|Pipfile(?:\.lock)?|requirements[^/]*\.txt|pyproject\.toml|setup\.(?:cfg|py)|tox\.ini|noxfile\.py|\.?pytest\.(?:ini|toml)|\.coveragerc|Makefile|\.npmrc|\.yarnrc(?:\.yml)?|\.nvmrc|\.node-version)$/,
  /(?:^|\/)(?:jest|vitest|vite|babel|karma|ava|rollup|tsup|webpack|swc|esbuild)[^/]*\.(?:config|workspace|projects|setup|conf)[^/]*\.(?:[cm]?[jt]s|json)$/,
  /(?:^|\/)(?:jest|vitest)[.-]?setup[^/]*\.[cm]?[jt]sx?$|(?:^|\/)setup-?tests?\.[cm]?[jt]sx?$/i,
  /(?:^|\/)(?:\.mocharc[^/]*|mocha\.opts|\.c8rc[^/]*|\.nycrc[^/]*|\.babelrc[^/]*|\.swcrc|tsconfig[^/]*\.json|\.taprc)$/,
  /^(?:\.github|\.gitlab|\.circleci|\.azure-pipelines|\.ci|\.husky)\//,
  /(?:^|\/)(?:\.gitlab-ci\.yml|\.travis\.yml|azure-pipelines\.yml|Jenkinsfile|appveyor\.yml|bitbucket-pipelines\.yml)$/,
  /(?:^|\/)go\.(?:mod|sum|work|work\.sum)$/,
  /(?:^|\/)(?:Cargo\.(?:toml|lock)|build\.rs|rust-toolchain(?:\.toml)?|\.cargo\/[^/]+)$/,
  /(?:^|\/)(?:Gemfile(?:\.lock)?|[^/]*\.gemspec|Rakefile|\.rspec(?:-local)?)$/,
  /(?:^|\/)(?:composer\.(?:json|lock)|phpunit(?:\.dist)?\.xml(?:\.dist)?)$/,
  /(?:^|\/)(?:pom\.xml|mvnw|\.mvn\/.*|(?:build|settings)\.gradle(?:\.kts)?|gradle\.properties|gradlew|gradle\/.*)$/,
  /(?:^|\/)(?:node_modules|vendor)\//,
];

/**
 * Whether a file of a language whose runners do not name the files of their tests can hold nothing but
 * tests: by its name alone.
 */
export function isTestSource(path: string): boolean {
  return /_test\.go$|(?:^|\/)src\/test\/.*\.(?:java|kt|groovy|scala)$/.test(path);
}

/** Whether a path holds tests or what they compare with. */
export function isTestFile(plan: TestPlan, path: string): boolean {
  const inFolder =
    plan.cwd === '' || !path.startsWith(`${plan.cwd}/`) ? path : path.slice(plan.cwd.length + 1);
  return (
    plan.command.argv.some((word) => word.replace(/^\.\//, '') === inFolder) ||
    SCRIPT_TESTS.test(path) ||
    PYTHON_TESTS.test(path) ||
    GO_TESTS.test(path) ||
    RUST_TESTS.test(path) ||
    RUBY_TESTS.test(path) ||
    PHP_TESTS.test(path) ||
    JAVA_TESTS.test(path) ||
    TEST_FOLDERS.test(path) ||
    SNAPSHOTS.test(path)
  );
}

/** Whether a path decides about the verdict: tests, snapshots, test configuration, lockfiles, CI. */
export function isProtected(plan: TestPlan, path: string): boolean {
  return isTestFile(plan, path) || CONFIGURATION.some((pattern) => pattern.test(path));
}
