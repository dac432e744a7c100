import assert from 'node:assert/strict';
import { check, script } from '../support/framework-run';

describe('reports beyond what is read', function () {
  this.timeout(300_000);

  const fill = (target: string) =>
    `head -c 70000000 /dev/zero | tr '\\\\0' x | fold -w 1000 >${target}`;

  it('a file that is too large is named, and taken neither for success nor for no tests', async () => {
    const files = {
      'run.sh': `${fill('"$WINNOW_REPORT_FILE"')}\necho 'TAP version 13'; echo 'ok 1 - a'; echo 1..1`,
    };
    const override = { command: 'sh run.sh', report: 'tap' } as const;
    const { end } = await check({ files, override }, 'crashed', []);
    assert.match(JSON.stringify(end), /larger than 64 MiB/);
  });

  it('an output that is too large is named', async () => {
    const files = {
      'run.sh': `echo 'ok 1 - a'; ${fill('&1').replace('70000000', '20000000')}; echo 'ok 2 - b'; echo 1..2`,
    };
    const override = { command: 'sh run.sh', report: 'tap' } as const;
    const { end } = await check({ files, override }, 'crashed', []);
    assert.match(JSON.stringify(end), /larger than 16 MiB/);
  });

  it("jest's own words for no tests do not count beside a report that is too large", async () => {
    const files = {
      'package.json': script('jest', { jest: {} }),
      'a.test.js': `
        console.log('No tests found, exiting with code 1');
        for (let n = 0; n < 40; n++) test('t' + n, () => { throw new Error('x'.repeat(1e6)); });`,
    };
    const { end } = await check({ files }, 'crashed', []);
    assert.match(JSON.stringify(end), /larger than 64 MiB/);
  });
});
