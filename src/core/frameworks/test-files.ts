import { filesBelow } from './scripts/globs';

const JS_NAME =
  /(?:[._-](?:test|tests|spec)|(?:^|\/)(?:test|tests))\.[cm]?[jt]sx?$|(?:^|\/)test-[^/]*\.[cm]?[jt]sx?$/;
const JS_FOLDER = /(?:^|\/)(?:test|tests|__tests__|spec|specs)\/.*\.[cm]?[jt]sx?$/;
const PYTHON_NAME = /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/;
/** Never tests of the project itself. */
const OTHER =
  /(?:^|\/)(?:fixtures?|__fixtures__|mocks?|__mocks__|node_modules|dist|build|snapshots?|__snapshots__)\/|\.d\.[cm]?ts$/;
/** What tests share; a test that is named as one may stand among it. */
const SUPPORT = /(?:^|\/)(?:helpers?|utils?|support)\//;
/** A program that runs the tests, such as `scripts/test.js`. */
const PROGRAM = /(?:^|\/)(?:scripts?|bin|tools?|tasks?)\/tests?(?:-[^/]*)?\.[cm]?[jt]sx?$/;

/** Files below a folder that look like tests written in JavaScript or TypeScript, relative to it. */
export function scriptTests(files: readonly string[], folder: string): readonly string[] {
  const below = filesBelow(files, folder).filter(
    (file) => !OTHER.test(file) && !PROGRAM.test(file),
  );
  const named = below.filter((file) => JS_NAME.test(file));
  if (named.length > 0) return named;
  return below.filter((file) => JS_FOLDER.test(file) && !SUPPORT.test(file));
}

/** Files below a folder that unittest would discover by name, relative to it. */
export function unittestModules(files: readonly string[], folder: string): readonly string[] {
  return filesBelow(files, folder).filter((file) => /(?:^|\/)test[^/]*\.py$/.test(file));
}

/** Files below a folder that pytest would collect by name, relative to it. */
export function pythonTests(files: readonly string[], folder: string): readonly string[] {
  return filesBelow(files, folder).filter((file) => PYTHON_NAME.test(file));
}
