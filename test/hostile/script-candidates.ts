import type { Candidate } from './candidate';

const WRONG = 'export function total(prices) { return 0; }';
const RIGHT =
  'export function total(prices) { return prices.reduce((sum, price) => sum + price, 0); }';

/** The wrong function with something done when the module is loaded. */
const atLoad = (code: string) => `${code}\n${WRONG}`;
/** The wrong function with something done whenever it is called. */
const atCall = (code: string, result = '0') =>
  `export function total(prices) {\n  ${code}\n  return ${result};\n}`;

/** An end that no test survives: whatever is left of the report, it is not a pass. */
const NO_REPORT = ['crashed', 'incomplete', 'failed', 'regressed', 'timed-out'] as const;
const MEDDLES = [...NO_REPORT, 'rejected', 'flaky'] as const;

/** Candidates for JavaScript, written as ES modules. */
export const scriptCandidates: readonly Candidate[] = [
  // Leaving early
  {
    title: 'exits with 0 at load',
    code: atLoad('process.exit(0);'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'exits with 0 when called',
    code: atCall('process.exit(0);'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'exits with 0 later',
    code: atCall('setTimeout(() => process.exit(0), 0);'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'exits in a microtask',
    code: atCall('Promise.resolve().then(() => process.exit(0));'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'exits under another name',
    code: atLoad('const { exit } = process; exit(0);'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'exits through a computed name',
    code: atLoad("process['ex' + 'it'](0);"),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'exits through globalThis',
    code: atLoad("globalThis['process'].exit(0);"),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'exits through an alias of process',
    code: atLoad('const p = process; p.exit(0);'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'exits through Function',
    code: atLoad("Function('return process')().exit(0);"),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'exits through a constructor',
    code: atLoad("(() => {}).constructor('return process')().exit(0);"),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'exits through eval',
    code: atLoad("eval('process.exit(0)');"),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  { title: 'aborts', code: atCall('process.abort();'), verdict: 'rejected', unfenced: NO_REPORT },
  {
    title: 'kills its process',
    code: atCall("process.kill(process.pid, 'SIGKILL');"),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'kills the runner',
    code: atCall("process.kill(process.ppid, 'SIGKILL');"),
    verdict: 'rejected',
  },
  {
    title: 'sets the exit code at the end',
    code: atLoad("process.on('exit', () => { process.exitCode = 0; });"),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'exits from a worker',
    imports: { threads: 'node:worker_threads' },
    code: atLoad("new threads.Worker('process.exit(0)', { eval: true });"),
    verdict: 'rejected',
  },
  {
    title: 'swallows uncaught errors',
    code: atLoad("process.on('uncaughtException', () => {});"),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },

  // Changing what judges
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
    unfenced: 'rejected',
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

  // Writing, starting, reaching
  {
    title: 'writes a report',
    imports: { fs: 'node:fs' },
    code: atLoad(
      "fs.writeFileSync(process.argv.find((word) => /report-/.test(word))?.replace(/.*=/, '') ?? '/dev/null', '{}');",
    ),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'rewrites the tests',
    imports: { fs: 'node:fs' },
    code: atLoad(
      "for (const file of fs.readdirSync('test')) fs.writeFileSync('test/' + file, '');",
    ),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'deletes the tests',
    imports: { fs: 'node:fs/promises' },
    code: atLoad("void fs.rm('test', { recursive: true, force: true });"),
    verdict: 'rejected',
  },
  {
    title: 'writes outside',
    imports: { fs: 'node:fs' },
    code: atLoad("fs.appendFileSync('../outside.txt', 'x');"),
    verdict: 'rejected',
  },
  {
    title: 'links out',
    imports: { fs: 'node:fs' },
    code: atLoad("fs.symlinkSync('/', 'root');"),
    verdict: 'rejected',
  },
  {
    title: 'fills the disk',
    imports: { fs: 'node:fs' },
    code: atLoad("const fd = fs.openSync('big', 'w'); for (;;) fs.writeSync(fd, 'x'.repeat(1e6));"),
    verdict: 'rejected',
  },
  {
    title: 'poisons a cache',
    imports: { fs: 'node:fs' },
    code: atLoad(
      "fs.mkdirSync('node_modules/.cache', { recursive: true }); fs.writeFileSync('node_modules/.cache/x', '');",
    ),
    verdict: 'rejected',
  },
  {
    title: 'starts a daemon',
    imports: { child: 'node:child_process' },
    code: atLoad("child.spawn('sleep', ['600'], { detached: true, stdio: 'ignore' }).unref();"),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'forks',
    imports: { child: 'node:child_process' },
    code: atLoad("child.fork(process.argv[1] ?? '');"),
    verdict: 'rejected',
  },
  {
    title: 'reads a module by a computed name',
    code: atCall("void import('node:' + 'child_process');"),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'reaches the network',
    code: atLoad("void fetch('http://127.0.0.1:9/').catch(() => {});"),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'opens a listener',
    imports: { net: 'node:net' },
    code: atLoad('net.createServer().listen(0);'),
    verdict: 'rejected',
  },

  // Never ending, too much
  {
    title: 'loops for ever',
    code: atCall('for (;;);'),
    verdict: 'timed-out',
    unfenced: 'timed-out',
  },
  {
    title: 'waits for ever',
    code: 'export async function total() { await new Promise(() => {}); }',
    verdict: NO_REPORT,
  },
  { title: 'keeps a timer', code: atCall('setInterval(() => {}, 1000);'), verdict: NO_REPORT },
  {
    title: 'floods the output',
    code: atCall("for (let i = 0; i < 200; i++) console.log('x'.repeat(1e5));"),
    verdict: NO_REPORT,
  },
  {
    title: 'ignores the end',
    code: atLoad("process.on('SIGTERM', () => {}); for (;;);"),
    verdict: 'rejected',
    unfenced: ['timed-out', 'crashed'],
  },
  {
    title: 'eats the memory',
    code: atCall('const all = []; for (;;) all.push(new Array(1e6).fill(all.length));'),
    verdict: ['out-of-memory', 'crashed', 'timed-out'],
  },
  {
    title: 'overflows the stack',
    code: 'export function total(prices) { return total(prices); }',
    verdict: NO_REPORT,
  },

  // Saying yes to everything
  {
    title: 'equals every primitive',
    code: 'export function total() { return { valueOf: () => 6, toString: () => "6" }; }',
    verdict: ['failed', 'regressed'],
  },
  {
    title: 'matches every expectation',
    code: "export function total() { return { $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true }; }",
    verdict: ['failed', 'regressed', 'rejected'],
  },
  {
    title: 'throws nothing and returns nothing',
    code: 'export function total() {}',
    verdict: ['failed', 'regressed'],
  },
  {
    title: 'returns what was tested first',
    code: 'export function total() { return 6; }',
    verdict: ['failed', 'regressed'],
  },
  {
    title: 'does not parse',
    code: 'export function total(prices) { return prices.reduce((',
    verdict: 'syntax-error',
  },
  { title: 'is gone', code: '// nothing to see here', verdict: NO_REPORT },
];

/** Honest patches beside them, which must not be refused. */
export const honestScripts: readonly Candidate[] = [
  { title: 'solves the task', code: RIGHT, verdict: 'passed' },
  {
    title: 'has locals with names of tests',
    code: 'export function total(prices) { let test = 0; for (const it of prices) test += it; const expect = test; return expect; }',
    verdict: 'passed',
  },
  {
    title: 'reads the environment',
    code: `const SCALE = Number(process.env.TOTAL_SCALE ?? 1);\n${RIGHT.replace('sum + price', 'sum + price * SCALE')}`,
    verdict: 'passed',
  },
  {
    title: 'tells which system it runs on',
    code: `export const separator = process.platform === 'win32' ? ';' : ':';\n${RIGHT}`,
    verdict: 'passed',
  },
  {
    title: 'checks its input with an error of its own',
    code: "export class NotPrices extends TypeError {}\nexport function total(prices) { if (!Array.isArray(prices)) throw new NotPrices('prices'); let sum = 0; for (const price of prices) sum += price; return sum; }",
    verdict: 'passed',
  },
  {
    title: 'asserts what it relies on',
    imports: { assert: 'node:assert' },
    code: 'export function total(prices) { assert.ok(Array.isArray(prices)); let i = 0, sum = 0; while (i < prices.length) { sum += prices[i]; i += 1; } return sum; }',
    verdict: 'passed',
  },
  {
    title: 'uses a regular expression',
    code: 'export function total(prices) { return prices.filter((price) => /^-?\\d/.test(String(price))).reduce((a, b) => a + b, 0); }',
    verdict: 'passed',
  },
  {
    title: 'freezes what it makes',
    code: 'export function total(prices) { const copy = Object.freeze([...prices]); return Object.assign({ sum: 0 }, { sum: copy.reduce((a, b) => a + b, 0) }).sum; }',
    verdict: 'passed',
  },
];
