import assert from 'node:assert/strict';
import { runCommand } from './support/commands';
import { diffEditor, diffSides } from './support/diff';
import { selectLines } from './support/editor';
import { screenshot } from './support/screenshot';
import { runRows, traces } from './support/sidebar';
import { outcomeShown, widenSidebar } from './support/solving';
import { eventually } from './support/wait';
import type { Workbench } from './support/workbench';
import { inWorkbench } from './support/workbench-test';

const JUDGE = 'Winnow: Judge the Tests for This Code';

describe('judging the tests', () => {
  const file = 'src/discounts.js';

  it(
    'lists the changes that they would not notice, each as a diff and a place',
    inWorkbench({ file, settings: { 'winnow.tests.auditTime': '8s' } }, async (workbench) => {
      const before = await workbench.read(file);
      const first =
        before.split('\n').findIndex((line) => line.includes('function isRedeemable')) + 1;
      await loosenTests(workbench);
      await widenSidebar(workbench);
      await selectLines(workbench, first, first + 3);
      await runCommand(workbench, JUDGE);
      const view = traces(workbench);
      await outcomeShown(workbench, 'audited');
      const survivor = view.locator('.survivor').first();
      await survivor.waitFor();
      await screenshot(workbench, 'audit');
      await survivor.getByRole('button', { name: 'Show Diff' }).click();
      await diffEditor(workbench).waitFor();
      await eventually('both sides', async () => {
        const { before: left, after: right } = await diffSides(workbench);
        return left !== '' && right !== '' && left !== right;
      });
      await survivor.getByRole('button', { name: 'Go to Line' }).click();
      await diffEditor(workbench).waitFor({ state: 'hidden' });
      await runRows(workbench).filter({ hasText: 'audited' }).waitFor();
      assert.equal(await workbench.read(file), before);
    }),
  );

  it(
    'says why tests that never run the code cannot judge it',
    inWorkbench({ file: 'test/money.test.js' }, async (workbench) => {
      await selectLines(workbench, 1, 3);
      await runCommand(workbench, JUDGE);
      await outcomeShown(workbench, 'unusable-tests');
      await traces(workbench).locator('.banner .reason').waitFor();
    }),
  );
});

/** Tests that know a right and a wrong answer, and none at the boundary. */
const LOOSE = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRedeemable } from '../src/discounts.js';
test('is good at first', () => assert.equal(isRedeemable({ expires: '2026-06-01' }, 1, '2026-01-01'), true));
test('is not for ever', () => assert.equal(isRedeemable({ expires: '2026-06-01' }, 1, '2027-01-01'), false));
`;

async function loosenTests(workbench: Workbench): Promise<void> {
  await workbench.write('test/discounts.test.js', LOOSE);
  await workbench.write('test/cart.test.js', '');
}
