import assert from 'node:assert/strict';
import { startModelServer, type ModelServer } from '../support/model-server';
import { answers, PRICING, thinksThenSays, thoughts } from '../support/pricing-model';
import { answer, quickInput } from './support/commands';
import { diffEditor, diffSides } from './support/diff';
import { codeLens, isDirty, titleButton, undo } from './support/editor';
import { screenshot } from './support/screenshot';
import { traces } from './support/sidebar';
import { eventually } from './support/wait';
import { inWorkbench } from './support/workbench-test';

const { file, right, wrong } = PRICING;

describe('solving a function', () => {
  let server: ModelServer;
  before(async () => {
    const kinds = ['wrong', 'right', 'breaks', 'alsoRight', 'right'] as const;
    server = await startModelServer((_, index) => {
      const kind = kinds[index % kinds.length] ?? 'right';
      return thinksThenSays({ thought: thoughts[kind], text: answers[kind] }, 60);
    });
  });
  after(() => server.close());

  it('goes from the code lens to an accepted diff', async function () {
    const settings = { 'winnow.model.baseUrl': server.url };
    await inWorkbench({ file, settings }, async (workbench) => {
      const { page } = workbench;
      const before = await workbench.read(file);
      await codeLens(workbench, 'Winnow: Solve').click();
      await quickInput(workbench)
        .getByText('Instruction')
        .waitFor()
        .catch(() => undefined);
      await screenshot(workbench, 'instruction');
      await answer(workbench, 'Tiers are inclusive.');
      const view = traces(workbench);
      await view.locator('.streaming', { hasText: 'tier' }).first().waitFor();
      await screenshot(workbench, 'streaming');
      await view.locator('main[data-outcome="winner"]').waitFor({ timeout: 60_000 });
      await diffEditor(workbench).waitFor();
      await screenshot(workbench, 'winner');
      const sides = await eventually('both sides', async () => {
        const seen = await diffSides(workbench);
        return seen.before.includes(wrong) && seen.after.includes(right) && seen;
      });
      assert.ok(!sides.after.includes(wrong));
      assert.equal(await workbench.read(file), before);
      await titleButton(workbench, 'Accept Winner').click();
      await eventually('an unsaved change', () => isDirty(workbench, 'discounts.js'));
      await screenshot(workbench, 'accepted');
      await undo(workbench);
    }).call(this);
  });
});
