import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import {
  createHome,
  eventsOf,
  eventsOfType,
  lastEvent,
  runCli,
  startCli,
  type CliHome,
} from '../support/cli';
import { createProject, type Project } from '../support/project';

const SOURCE = `export function clamp(value, low, high) {
  if (value < low) return low;
  if (value < high) return high;
  return value;
}

export function untested(value) {
  return value + 1;
}
`;

const TESTS = `import test from 'node:test';
import assert from 'node:assert/strict';
import { clamp } from './clamp.js';
test('keeps what is inside', () => assert.equal(clamp(5, 0, 10), 5));
test('raises to the lower bound', () => assert.equal(clamp(-5, 0, 10), 0));
test('lowers to the upper bound', () => assert.equal(clamp(50, 0, 10), 10));
test('keeps the bounds', () => { assert.equal(clamp(0, 0, 10), 0); assert.equal(clamp(10, 0, 10), 10); });
`;

const FILES = {
  'package.json': JSON.stringify({ type: 'module', scripts: { test: 'node --test' } }),
  'clamp.js': SOURCE,
  'clamp.test.js': TESTS,
};

describe('winnow run', () => {
  let home: CliHome;
  let project: Project;
  before(() => (home = createHome()));
  after(() => home.remove());
  beforeEach(() => (project = createProject(FILES)));
  afterEach(() => {
    assert.deepEqual(readdirSync(home.temp), [], 'temporary folders are left');
    project.remove();
  });

  const winnow = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    runCli(words, { cwd: project.root, env: { ...home.env, ...env } });

  it('finds the patch that the tests choose, and touches nothing', async () => {
    const before = project.fingerprint();
    const result = await winnow(['run', 'clamp.js:1-5', '--json']);
    assert.equal(result.status, 0, result.stderr);
    const events = eventsOf(result);
    assert.equal(events[0]?.type, 'run-started');
    assert.deepEqual(
      events.map(({ seq }) => seq),
      events.map((_, i) => i + 1),
    );
    const baseline = lastEvent(events, 'baseline-finished');
    assert.equal(baseline.targets.length, 3);
    assert.equal(baseline.guards, 1);
    const end = lastEvent(events, 'run-finished');
    assert.equal(end.outcome, 'winner');
    assert.match(end.diff ?? '', /\+.*value > high/);
    assert.ok(eventsOfType(events, 'reasoning-delta').length > 0);
    assert.equal(lastEvent(events, 'winner-confirmed').candidate, end.winner);
    assert.equal(project.fingerprint(), before);
  });

  it('prints a diff that git applies', async () => {
    const { stdout } = await winnow(['run', 'clamp.js', '--symbol', 'clamp']);
    const diff = stdout.slice(
      stdout.indexOf('diff --git') >= 0 ? stdout.indexOf('diff --git') : stdout.indexOf('--- a/'),
      stdout.lastIndexOf('\n\n') + 1,
    );
    writeFileSync(`${home.temp}/winner.diff`, diff);
    execFileSync('git', ['apply', '--check', `${home.temp}/winner.diff`], { cwd: project.root });
    execFileSync('rm', [`${home.temp}/winner.diff`]);
    assert.match(stdout, /3 failing, 1 passing/);
    assert.match(stdout, /Evidence: /);
  });

  it('writes the winner with --apply, and only then', async () => {
    const result = await winnow(['run', 'clamp.js', '--symbol', 'clamp', '--apply']);
    assert.equal(result.status, 0, result.stderr);
    assert.match(project.read('clamp.js'), /value > high/);
    execFileSync(process.execPath, ['--test'], { cwd: project.root, stdio: 'ignore' });
  });

  it('stores the run, lists it and shows it again', async () => {
    const run = eventsOf(await winnow(['run', 'clamp.js:1-5', '--json']))[0]?.run ?? '';
    assert.match((await winnow(['runs'])).stdout, new RegExp(`${run}.*winner.*clamp.js:1-5`));
    assert.match((await winnow(['show', run])).stdout, /confirmed in a fresh sandbox/);
    assert.equal((await winnow(['show', 'nope'])).status, 2);
  });

  it('measures the same tree once', async () => {
    const words = ['audit', 'clamp.js:7-9', '--json', '--audit-time', '1s'];
    const measuredAt = async (...more: readonly string[]) => {
      const events = eventsOf(await winnow([...words, ...more]));
      return lastEvent(events, 'baseline-finished').measuredAt;
    };
    assert.equal(await measuredAt(), undefined);
    assert.notEqual(await measuredAt(), undefined, 'nothing changed');
    assert.equal(await measuredAt('--no-cache'), undefined);
    writeFileSync(project.path('clamp.js'), `${SOURCE}\nexport const more = 1;\n`);
    assert.equal(await measuredAt(), undefined, 'a file changed');
  });

  describe('when the tests cannot judge', () => {
    const cases: readonly [string, readonly string[], RegExp][] = [
      ['no test runs the selection', ['clamp.js', '--symbol', 'untested'], /No test notices/],
      [
        'no test is collected',
        ['clamp.js:1-5', '--test-command', 'node --test --test-reporter=tap nothing-here/'],
        /./,
      ],
    ];
    for (const [title, words, reason] of cases)
      it(`ends with 3: ${title}`, async () => {
        const result = await winnow(['run', ...words, '--json']);
        assert.equal(result.status, 3, result.stdout + result.stderr);
        const end = lastEvent(eventsOf(result), 'run-finished');
        assert.equal(end.outcome, 'unusable-tests');
        assert.match(end.reason, reason);
      });

    it('ends with 3: nothing fails and nothing is asked for', async () => {
      writeFileSync(project.path('clamp.js'), SOURCE.replace('value < high', 'value > high'));
      const result = await winnow(['run', 'clamp.js:1-5', '--json']);
      assert.equal(result.status, 3);
      assert.match(lastEvent(eventsOf(result), 'run-finished').reason, /nothing to repair/);
    });

    it('ends with 3: the project has no tests', async () => {
      const bare = createProject({ 'a.js': SOURCE, 'package.json': '{}' });
      try {
        const result = await runCli(['run', 'a.js:1-5'], { cwd: bare.root, env: home.env });
        assert.equal(result.status, 3, result.stdout + result.stderr);
        assert.match(result.stdout, /--test-command/);
      } finally {
        bare.remove();
      }
    });
  });

  describe('bad usage ends with 2 and says what to do', () => {
    const cases: readonly [readonly string[], RegExp][] = [
      [['run'], /missing required argument/],
      [['run', 'nope.js:1-2'], /nope\.js is not a text file/],
      [['run', 'clamp.js:1-999'], /has 9 lines/],
      [['run', 'clamp.js:5-1'], /not a range/],
      [['run', 'clamp.js', '--symbol', 'nope'], /no function, method or class "nope"/],
      [['run', 'clamp.js:1-2', '--symbol', 'clamp'], /either lines or --symbol/],
      [['run', 'clamp.js', '--n', 'many'], /--n takes a whole number/],
      [['run', 'clamp.js', '--stop', 'never'], /--stop takes/],
      [['run', 'clamp.js', '--deadline', '5'], /not a duration/],
      [['run', 'clamp.js', '--workspace', 'nowhere'], /nowhere/],
      [['frobnicate'], /unknown command/],
    ];
    for (const [words, message] of cases)
      it(words.join(' '), async () => {
        const result = await winnow(words);
        assert.equal(result.status, 2, result.stdout + result.stderr);
        assert.match(result.stderr, message);
        assert.doesNotMatch(result.stderr, /\n\s+at /, 'a stack trace is not for people');
      });
  });

  it('Ctrl-C ends everything and leaves nothing', async () => {
    writeFileSync(
      project.path('slow.test.js'),
      "import test from 'node:test';\ntest('slow', (t, done) => setTimeout(done, 60_000));\n",
    );
    const running = startCli(['run', 'clamp.js:1-5', '--json'], {
      cwd: project.root,
      env: home.env,
    });
    await running.printed(/plan-detected/);
    running.child.kill('SIGINT');
    const result = await running.result;
    assert.equal(result.status, 130);
    assert.equal(lastEvent(eventsOf(result), 'run-finished').outcome, 'cancelled');
    assert.deepEqual(processesIn(home.temp), []);
  });
});

/** Command lines of living processes that name this folder. */
function processesIn(folder: string): readonly string[] {
  const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.includes(folder) && !line.includes('ps -eo'));
}
