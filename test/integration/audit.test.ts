import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import type { RunEvent } from '../../src/core/api/events';
import { applyPatch } from 'diff';
import {
  createHome,
  eventsOf,
  eventsOfType,
  lastEvent,
  runCli,
  type CliHome,
} from '../support/cli';
import { createProject, type Project } from '../support/project';

const CLAMP = `export function clamp(value, low, high) {
  if (value < low) return low;
  if (value > high) return high;
  return value;
}

export function twice(n) {
  return n * 2;
}

export function untested(value) {
  return value + 1;
}
`;

const STRONG = `import test from 'node:test';
import assert from 'node:assert/strict';
import { clamp, twice } from './clamp.js';
test('keeps what is inside', () => assert.equal(clamp(5, 0, 10), 5));
test('raises to the lower bound', () => assert.equal(clamp(-5, 0, 10), 0));
test('lowers to the upper bound', () => assert.equal(clamp(50, 0, 10), 10));
test('keeps what is near the bounds', () => {
  assert.equal(clamp(1, 0, 10), 1);
  assert.equal(clamp(9, 0, 10), 9);
});
test('doubles', () => assert.equal(twice(2), 4));
`;

const NODE = {
  'package.json': JSON.stringify({ type: 'module', scripts: { test: 'node --test' } }),
  'clamp.js': CLAMP,
  'clamp.test.js': STRONG,
};

const PYTHON = {
  'pyproject.toml': '[tool.pytest.ini_options]\n',
  'shop.py': `def price(count, each):
    if count >= 10:
        return count * each - each
    return count * each


def label(name):
    return name.strip().title()
`,
  'test_shop.py': `from shop import label, price


def test_few():
    assert price(2, 3) == 6


def test_nine():
    assert price(9, 5) == 45


def test_ten():
    assert price(10, 5) == 45


def test_many():
    assert price(20, 2) == 38


def test_label():
    assert label(" ada lovelace") == "Ada Lovelace"
`,
};

const hasPytest = spawnSync('python3', ['-m', 'pytest', '--version']).status === 0;

describe('winnow audit', () => {
  let home: CliHome;
  let project: Project;
  before(() => (home = createHome()));
  after(() => home.remove());
  afterEach(() => {
    assert.deepEqual(readdirSync(home.temp), [], 'temporary folders are left');
    project.remove();
  });

  const winnow = (...words: readonly string[]) =>
    runCli(words, { cwd: project.root, env: home.env });
  const auditOf = (events: readonly RunEvent[]) => lastEvent(events, 'audit-finished');

  it('calls tests strong that notice what matters, and lists what they do not', async () => {
    project = createProject(NODE);
    const before = project.fingerprint();
    const result = await winnow('audit', 'clamp.js:1-5', '--audit-time', '60s', '--json');
    assert.equal(result.status, 0, result.stderr);
    assert.equal(project.fingerprint(), before);
    const events = eventsOf(result);
    assert.deepEqual(
      events.filter(({ type }) => type !== 'warning').map(({ type }) => type),
      [
        'run-started',
        'snapshot-taken',
        'plan-detected',
        'baseline-finished',
        'audit-finished',
        'run-finished',
      ],
    );
    assert.equal(lastEvent(events, 'run-started').mode, 'audit');
    const { grade, sound, exercising, stubs, mutants } = auditOf(events);
    assert.deepEqual([grade, sound, exercising], ['strong', true, 4]);
    assert.ok(stubs && stubs.tried === stubs.total && stubs.passing.length === 0);
    assert.ok(mutants && mutants.tried >= 10);
    const end = lastEvent(events, 'run-finished');
    assert.deepEqual([end.outcome, end.spending.samples], ['audited', 0]);

    const run = events[0]?.run ?? '';
    assert.match((await winnow('runs')).stdout, new RegExp(`${run} .*audited.*clamp.js:1-5`));
    const shown = (await winnow('show', run)).stdout;
    assert.match(shown, /^Winnow audit clamp\.js:1-5/);
    assert.match(shown, /4 tests notice/);
    assert.match(shown, /Either they change nothing that matters,\nor a test is missing/);
    assert.match(shown, /- {2}if \(value < low\) return low;\n +\+ {2}if \(value <= low\)/);
    assert.match(shown, /Your tests of this code are strong/);

    assert.ok(mutants.survivors.length > 0, 'whether a bound itself is kept makes no difference');
    for (const { line, before: part, diff } of mutants.survivors) {
      const changed = applyPatch(CLAMP, diff);
      assert.ok(changed !== false && changed !== CLAMP, diff);
      assert.ok(CLAMP.split('\n')[line - 1]?.includes(part.trim()));
      writeFileSync(project.path('clamp.js'), changed);
      execFileSync(process.execPath, ['--test'], { cwd: project.root, stdio: 'ignore' });
    }
  });

  it('ends with 3 where a guess would pass, and names it', async () => {
    project = createProject(NODE);
    const result = await winnow(
      'audit',
      'clamp.js',
      '--symbol',
      'twice',
      '--json',
      '--audit-time',
      '60s',
    );
    assert.equal(result.status, 3, result.stdout + result.stderr);
    const events = eventsOf(result);
    const { sound, grade, stubs } = auditOf(events);
    assert.deepEqual([sound, grade], [false, 'weak']);
    assert.deepEqual(
      stubs?.passing.map(({ name }) => name),
      ['return 4'],
    );
    assert.match(stubs.passing[0]?.diff ?? '', /^\+ {2}return 4;$/m);
    const { outcome, reason } = lastEvent(events, 'run-finished');
    assert.equal(outcome, 'unusable-tests');
    assert.match(reason, /`return 4`.*\nAdd a test with another expected value/);
  });

  it('ends with 3 where no test runs the code', async () => {
    project = createProject(NODE);
    const result = await winnow('audit', 'clamp.js', '--symbol', 'untested', '--json');
    assert.equal(result.status, 3, result.stdout + result.stderr);
    const events = eventsOf(result);
    assert.deepEqual([auditOf(events).exercising, auditOf(events).sound], [0, false]);
    assert.match(lastEvent(events, 'run-finished').reason, /write a test for it first/);
  });

  it('tries stubs but no small changes where tests fail', async () => {
    project = createProject({ ...NODE, 'clamp.js': CLAMP.replace('value > high', 'value < high') });
    const result = await winnow('audit', 'clamp.js:1-5', '--audit-time', '60s', '--json');
    assert.equal(result.status, 0, result.stdout + result.stderr);
    const events = eventsOf(result);
    const { stubs, mutants, grade } = auditOf(events);
    assert.ok(stubs && stubs.tried > 0);
    assert.equal(mutants, undefined);
    assert.equal(grade, 'strong');
    assert.match(lastEvent(events, 'run-finished').reason, /so none was tried/);
  });

  it('keeps to its time, and says how much of it was tried', async () => {
    project = createProject(NODE);
    const result = await winnow('audit', 'clamp.js:1-5', '--audit-time', '0.001s', '--json');
    assert.equal(result.status, 0, result.stdout + result.stderr);
    const { grade, stubs, mutants, reasons } = auditOf(eventsOf(result));
    assert.deepEqual([stubs?.tried, mutants?.tried, grade], [0, 0, 'fair']);
    assert.match(reasons.join('\n'), /0 of \d+ small changes could be tried/);
  });

  it('says why nothing can be tried in a file that it does not understand', async () => {
    project = createProject({ ...NODE, 'clamp.go': 'package clamp\n' });
    const result = await winnow(
      'audit',
      'clamp.go',
      '--test-command',
      'node --test --test-reporter=tap',
    );
    assert.equal(result.status, 3, result.stdout + result.stderr);
    assert.match(result.stdout, /JavaScript, TypeScript or Python/);
  });

  const usage: readonly [readonly string[], RegExp][] = [
    [[], /missing required argument/],
    [['clamp.js', '--audit-time', '5'], /not a duration/],
    [['clamp.js:1-2', '--symbol', 'clamp'], /either lines or --symbol/],
    [['nope.js'], /not a text file/],
  ];
  for (const [words, message] of usage)
    it(`ends with 2 for: audit ${words.join(' ')}`, async () => {
      project = createProject(NODE);
      const result = await winnow('audit', ...words);
      assert.equal(result.status, 2, result.stdout + result.stderr);
      assert.match(result.stderr, message);
    });

  describe('with pytest', () => {
    before(function () {
      if (!hasPytest) this.skip();
    });

    it('calls good tests strong', async () => {
      project = createProject(PYTHON);
      const result = await winnow(
        'audit',
        'shop.py',
        '--symbol',
        'price',
        '--audit-time',
        '15s',
        '--json',
      );
      assert.equal(result.status, 0, result.stdout + result.stderr);
      const { grade, exercising, mutants } = auditOf(eventsOf(result));
      assert.equal(exercising, 4);
      assert.ok(mutants && mutants.tried > 0, JSON.stringify(mutants));
      assert.equal(grade, mutants.tried > 3 ? 'strong' : 'fair', JSON.stringify(mutants));
    });

    it('names the guess that passes', async () => {
      project = createProject(PYTHON);
      const result = await winnow(
        'audit',
        'shop.py',
        '--symbol',
        'label',
        '--audit-time',
        '15s',
        '--json',
      );
      assert.equal(result.status, 3, result.stdout + result.stderr);
      const { stubs } = auditOf(eventsOf(result));
      assert.deepEqual(
        stubs?.passing.map(({ name }) => name),
        ['return "Ada Lovelace"'],
      );
    });
  });
});

describe('winnow run judges the tests first', () => {
  let home: CliHome;
  let project: Project;
  before(() => (home = createHome()));
  after(() => home.remove());
  afterEach(() => project.remove());

  const winnow = (...words: readonly string[]) =>
    runCli(words, { cwd: project.root, env: home.env });
  const guessable = { ...NODE, 'clamp.js': CLAMP.replace('n * 2', 'n - 2') };

  it('ends with 3 where a guess would pass', async () => {
    project = createProject(guessable);
    const result = await winnow('run', 'clamp.js', '--symbol', 'twice', '--json');
    assert.equal(result.status, 3, result.stdout + result.stderr);
    const events = eventsOf(result);
    assert.equal(eventsOfType(events, 'sample-started').length, 0);
    assert.equal(lastEvent(events, 'audit-finished').sound, false);
    assert.match(lastEvent(events, 'run-finished').reason, /`return 4`(.|\n)*--force/);
  });

  it('goes on with --force, and does not call the evidence strong', async () => {
    project = createProject(guessable);
    const result = await winnow('run', 'clamp.js', '--symbol', 'twice', '--force', '--json');
    assert.equal(result.status, 0, result.stdout + result.stderr);
    const { evidence } = lastEvent(eventsOf(result), 'run-finished');
    assert.equal(evidence?.grade, 'weak');
    assert.match(evidence.reasons.join('\n'), /`return 4` passes too/);
  });

  it("tries small changes of the winner's lines, and lists those that go unnoticed", async () => {
    const wrong = CLAMP.replace('value > high', 'value < high');
    project = createProject({ ...NODE, 'clamp.js': wrong });
    const result = await winnow('run', 'clamp.js:1-5', '--apply', '--json');
    assert.equal(result.status, 0, result.stdout + result.stderr);
    const events = eventsOf(result);
    const { candidate, mutants } = lastEvent(events, 'winner-audited');
    const end = lastEvent(events, 'run-finished');
    assert.equal(candidate, end.winner);
    assert.ok(mutants.total > 0);
    if (mutants.tried > 0) assert.equal(end.evidence?.survivors, mutants.survivors.length);
    const winner = project.read('clamp.js');
    for (const { diff } of mutants.survivors) {
      const changed = applyPatch(winner, diff);
      assert.ok(changed !== false && changed !== winner, diff);
      writeFileSync(project.path('clamp.js'), changed);
      execFileSync(process.execPath, ['--test'], { cwd: project.root, stdio: 'ignore' });
    }
  });
});
