import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  answers,
  PRICING,
  thinksForever,
  thinksThenSays,
  thoughts,
} from '../support/pricing-model';
import { answer, quickInput, runCommand } from './support/commands';
import { titleButton } from './support/editor';
import { notification, pressNotification } from './support/notifications';
import { screenshot } from './support/screenshot';
import { openWinnow, traces } from './support/sidebar';
import { leftovers, outcomeShown, solve, withModel } from './support/solving';
import { eventually } from './support/wait';
import { inWorkbench } from './support/workbench-test';
import type { HostContext } from './support/workbench-test';

const { file } = PRICING;
const KEY = 'sk-of-this-test';

describe('trouble', () => {
  it('ends at once when cancelled, and leaves nothing behind', function () {
    const { host } = this as typeof this & HostContext;
    const script = () => thinksForever(thoughts.right);
    return withModel(script, {}, (server) =>
      inWorkbench({ file, settings: { 'winnow.model.baseUrl': server.url } }, async (workbench) => {
        await solve(workbench);
        await traces(workbench).locator('.streaming', { hasText: 'tier' }).waitFor();
        const started = Date.now();
        await pressNotification(workbench, 'Winnow discounts.js', 'Cancel');
        await outcomeShown(workbench, 'cancelled');
        assert.ok(Date.now() - started < 6_000, `it took ${Date.now() - started} ms`);
        await notification(workbench, 'Winnow discounts.js').waitFor({ state: 'detached' });
        assert.deepEqual(await leftovers(host), []);
        await server.idle();
      }).call(this),
    );
  });

  it('says what to do without a key, asks for it once, and says when the server has gone', function () {
    const { host } = this as typeof this & HostContext;
    const script = () => thinksThenSays({ thought: thoughts.right, text: answers.right });
    return withModel(script, { apiKey: KEY }, (server) => {
      const settings = { 'winnow.model.baseUrl': server.url, 'winnow.sampling.n': 1 };
      return inWorkbench({ file, settings, theme: 'dark' }, async (workbench) => {
        await solve(workbench);
        await outcomeShown(workbench, 'model-error');
        await notification(workbench, 'asks for an API key, and none is set').waitFor();
        await screenshot(workbench, 'key');
        await pressNotification(workbench, 'asks for an API key', 'Set API Key');
        await quickInput(workbench).getByText('Winnow: API Key').waitFor();
        await answer(workbench, KEY);
        const first = await outcomeShown(workbench, 'winner');
        await titleButton(workbench, 'Reject Winner').click();
        await solve(workbench);
        await eventually('a run that asks for nothing', async () => {
          return (await outcomeShown(workbench, 'winner')) !== first;
        });
        await titleButton(workbench, 'Reject Winner').click();
        for (const folder of [host.home, host.server.userData, workbench.project])
          assert.deepEqual(await filesWith(KEY, folder), []);

        await server.close();
        await solve(workbench);
        await notification(workbench, /No server answers at .*Start it/).waitFor();
        await screenshot(workbench, 'dead-server');
      }).call(this);
    });
  });

  it('runs nothing in a folder that is not trusted, and says why', function () {
    const script = () => thinksThenSays({ thought: '', text: answers.right });
    return withModel(script, {}, (server) =>
      inWorkbench(
        { file, trusted: false, settings: { 'winnow.model.baseUrl': server.url } },
        async (workbench) => {
          await openWinnow(workbench);
          await traces(workbench).getByText('which you have not trusted yet').waitFor();
          await runCommand(workbench, 'Winnow: Solve Selection');
          await notification(workbench, 'which you have not trusted yet').waitFor();
          await screenshot(workbench, 'untrusted');
          assert.deepEqual(server.requests, []);
        },
      ).call(this),
    );
  });
});

async function filesWith(text: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
  const texts = await Promise.all(files.map((path) => readFile(path, 'latin1').catch(() => '')));
  return files.filter((_, index) => texts[index]?.includes(text));
}
