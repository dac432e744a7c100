import assert from 'node:assert/strict';
import { runTests } from '../../src/core/frameworks';
import {
  ALL,
  check,
  frameworks,
  messageOf,
  script,
  SUITE,
  SUITE_RESULTS,
} from '../support/framework-run';
import { LIMITS, processSandbox } from '../support/process-sandbox';
import { createProject } from '../support/project';

describe('mocha', function () {
  this.timeout(300_000);

  const suite = `const check = require('assert').deepStrictEqual;${SUITE}`;

  it('reports passes, failures, skips, repeated and nested titles', async () => {
    const result = await check(
      { files: { 'package.json': script('mocha --reporter dot'), 'test/a.js': suite } },
      'completed',
      [
        ...SUITE_RESULTS('test/a.js'),
        'test/a.js › größe inner › deep › takes 1: passed',
        'test/a.js › größe inner › deep › takes 2: passed',
      ],
    );
    assert.match(messageOf(result, 'test/a.js › größe › differs'), /a: 1[\s\S]*a: 2/);
    assert.deepEqual(result.end, { kind: 'completed', exitCode: 1 });
  });

  it('reports a failed hook and goes on where the configuration bails', async () => {
    const files = {
      'package.json': script('mocha'),
      '.mocharc.json': '{"bail":true}',
      'test/a.js': `describe('a', () => { before(() => { throw new Error('set-up') }); it('x', () => {}); });`,
      'test/b.js': `it('y', () => {});`,
    };
    await check({ files }, 'completed', [
      'test/a.js › a › "before all" hook for "x": failed',
      'test/b.js › y: passed',
    ]);
  });

  it('runs only the files of a scope', async () => {
    const files = {
      'package.json': script(`mocha 'test/*.js' --ui bdd`),
      'test/a.js': `it('x', () => {});`,
      'test/b.js': `it('y', () => {});`,
    };
    await check({ files, scope: { kind: 'files', files: ['test/b.js'] } }, 'completed', [
      'test/b.js › y: passed',
    ]);
  });

  it('says that a file which does not load ended the run', async () => {
    const result = await check(
      { files: { 'package.json': script('mocha'), 'test/a.js': 'it(' } },
      'crashed',
      [],
    );
    assert.match(JSON.stringify(result.end), /SyntaxError/);
  });

  it('collects nothing', async () => {
    await check({ files: { 'package.json': script(`mocha 'none/*.js'`) } }, 'completed', []);
  });

  it('takes an early exit for a crash, whatever its code', async () => {
    const files = {
      'package.json': script('mocha'),
      'test/a.js': `it('x', () => { process.exit(0) });`,
    };
    await check({ files }, 'crashed', []);
  });

  it('runs the build before the tests, and says when it fails', async () => {
    const files = {
      'package.json': script('node build.js && mocha dist'),
      'build.js': `require('fs').mkdirSync('dist'); require('fs').writeFileSync('dist/a.js', "it('built', () => {})")`,
    };
    await check({ files }, 'completed', ['dist/a.js › built: passed']);
    const result = await check(
      { files: { ...files, 'build.js': `throw new Error('no build')` } },
      'prepare-failed',
      [],
    );
    assert.match(JSON.stringify(result.end), /node build.js.*no build/);
  });

  it('ends a run that takes too long', async () => {
    const files = {
      'package.json': script('mocha --timeout 0'),
      'test/a.js': `it('x', () => { for (;;); });`,
    };
    const result = await check({ files, timeMs: 1500 }, 'timed-out', []);
    assert.deepEqual(result.end, { kind: 'timed-out', limitMs: 1500 });
  });

  it('tells that memory ran out', async () => {
    const files = {
      'package.json': script('mocha --max-old-space-size=30 --timeout 0'),
      'test/a.js': `it('x', () => { const all = []; for (;;) all.push(new Array(1000).fill({})); });`,
    };
    await check({ files }, 'out-of-memory', []);
  });

  it('tells that the runner is missing', async () => {
    const files = { 'package.json': script('mocha'), 'node_modules/.keep': '' };
    const project = createProject(files, { git: false });
    const missing = { argv: ['no-such-runner'] as const, env: {} };
    const plan = {
      framework: 'mocha' as const,
      cwd: '',
      prepare: [],
      command: missing,
      reason: '',
    };
    const framework = {
      ...frameworks[2]!,
      command: () => ({ command: missing, report: 'file' as const }),
    };
    const sandbox = processSandbox(project.root);
    const { signal } = new AbortController();
    const result = await runTests({
      sandbox,
      plan,
      framework,
      scope: ALL,
      limits: LIMITS,
      signal,
    });
    project.remove();
    assert.equal(result.end.kind, 'not-started');
  });
});
