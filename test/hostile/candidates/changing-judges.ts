import type { Candidate } from '../candidate';
import { atLoad, atCall, NO_REPORT, MEDDLES } from './script-parts';

/** Change the runner, the assertions or the report. */
export const changingJudges: readonly Candidate[] = [
  {
    title: 'replaces assert.equal',
    imports: { assert: 'node:assert' },
    code: atLoad(
      'assert.equal = assert.strictEqual = assert.deepEqual = assert.deepStrictEqual = () => {};',
    ),
    verdict: 'rejected',
    unfenced: MEDDLES,
  },
  {
    title: 'replaces assertions when called',
    imports: { assert: 'node:assert' },
    code: atCall(
      'Object.assign(assert, { equal() {}, strictEqual() {}, deepEqual() {}, deepStrictEqual() {} }); Object.assign(assert.strict, { equal() {}, strictEqual() {}, deepEqual() {}, deepStrictEqual() {} });',
    ),
    verdict: 'rejected',
    unfenced: MEDDLES,
  },
  {
    title: 'replaces expect',
    code: atLoad('globalThis.expect = () => ({ toEqual() {}, toBe() {}, toStrictEqual() {} });'),
    verdict: 'rejected',
    unfenced: MEDDLES,
  },
  {
    title: 'replaces the strict assertions at load',
    imports: { assert: 'node:assert' },
    code: atLoad(
      'Object.assign(assert.strict, { equal() {}, strictEqual() {}, deepEqual() {}, deepStrictEqual() {} });',
    ),
    verdict: 'rejected',
    unfenced: MEDDLES,
  },
  {
    title: 'makes every test of mocha pass',
    frameworks: ['mocha'],
    imports: { mocha: 'mocha' },
    code: atLoad('mocha.Test.prototype.run = function (done) { done(); };'),
    verdict: 'rejected',
    unfenced: 'rejected',
  },
  {
    title: 'keeps mocha from failing',
    frameworks: ['mocha'],
    imports: { mocha: 'mocha' },
    code: atLoad('mocha.Runner.prototype.fail = function () {};'),
    verdict: 'rejected',
    unfenced: MEDDLES,
  },
  {
    title: 'forges the report while it is written',
    frameworks: ['mocha'],
    code: atLoad(
      'const write = JSON.stringify; JSON.stringify = (value, ...rest) => { if (value && value.failures) { value.passes = value.tests; value.tests.forEach((test) => (test.err = {})); value.failures = []; value.stats.passes = value.tests.length; value.stats.failures = 0; } return write(value, ...rest); }; process.on("exit", () => (process.exitCode = 0));',
    ),
    verdict: 'rejected',
    unfenced: MEDDLES,
  },
  {
    title: 'forges a message to the runner',
    frameworks: ['node:test'],
    imports: { v8: 'node:v8' },
    code: atLoad(
      'const all = v8.DefaultSerializer; process.stdout.write(v8.serialize({ type: "test:pass" })); void all;',
    ),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'replaces Object.is',
    code: atLoad('Object.is = () => true;'),
    verdict: 'rejected',
    unfenced: MEDDLES,
  },
  {
    title: 'replaces Number.prototype.valueOf',
    code: atLoad('Number.prototype.valueOf = () => 0;'),
    verdict: 'rejected',
  },
  {
    title: 'imports the runner',
    imports: { runner: 'node:test' },
    code: atLoad("runner.test?.('extra', () => {});"),
    verdict: 'rejected',
  },
  { title: 'adds a test', code: atLoad("it('always passes', () => {});"), verdict: 'rejected' },
  {
    title: 'skips the tests',
    code: atLoad('globalThis.it = globalThis.it?.skip; globalThis.test = globalThis.test?.skip;'),
    verdict: 'rejected',
  },
  {
    title: 'empties the module cache',
    code: atLoad(
      "typeof require === 'function' && Object.keys(require.cache).forEach((key) => delete require.cache[key]);",
    ),
    verdict: 'rejected',
  },
  {
    title: 'hooks the module loader',
    imports: { loader: 'node:module' },
    code: atLoad('loader.Module._load = () => ({});'),
    verdict: 'rejected',
  },
  {
    title: 'defines a property of a prototype',
    code: atLoad("Object.defineProperty(Object.prototype, 'message', { get: () => '' });"),
    verdict: 'rejected',
  },
  {
    title: 'replaces the clock',
    code: atLoad('globalThis.setTimeout = () => 0;'),
    verdict: 'rejected',
  },
];
