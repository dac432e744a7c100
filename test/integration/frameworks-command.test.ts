import assert from 'node:assert/strict';
import type { CommandOverride } from '../../src/core/frameworks';
import { check } from '../support/framework-run';

describe("the user's own command", function () {
  this.timeout(300_000);

  const override = (command: string, reportFormat: CommandOverride['report'] = 'auto') => ({
    command,
    report: reportFormat,
  });

  it('reads TAP from stdout', async () => {
    const files = {
      'run.sh': `echo hello; echo 'TAP version 13'; echo 'ok 1 - a'; echo 'not ok 2 - b'; echo 1..2`,
    };
    await check({ files, override: override('sh run.sh') }, 'completed', [
      'a: passed',
      'b: failed',
    ]);
  });

  it('reads JUnit XML from the file that the environment names', async () => {
    const files = {
      'run.sh': `echo noise; echo '<testsuite name="s"><testcase classname="s" name="a" file="t.js"/></testsuite>' > "$WINNOW_REPORT_FILE"`,
    };
    await check({ files, override: override('sh run.sh', 'junit') }, 'completed', [
      't.js › s › a: passed',
    ]);
  });

  it('finds JSON between other output', async () => {
    const files = { 'package.json': '{}', 'a.js': `it('x', () => {})` };
    const command = 'echo before; mocha --reporter json a.js; echo after';
    await check({ files, override: override(command, 'mocha-json') }, 'completed', [
      'a.js › x: passed',
    ]);
  });

  it('says so where there is no report', async () => {
    const result = await check({ files: {}, override: override('echo all good') }, 'crashed', []);
    assert.match(JSON.stringify(result.end), /all good/);
  });

  it('says so where there is no such program', async () => {
    await check({ files: {}, override: override('no-such-program-at-all') }, 'not-started', []);
  });
});
