import assert from 'node:assert/strict';
import { PRICING } from '../support/pricing-model';
import { runCommand } from './support/commands';
import { diffEditor, diffSides } from './support/diff';
import { screenshot } from './support/screenshot';
import { collapsePane, traces } from './support/sidebar';
import { outcomeShown, solve, widenSidebar } from './support/solving';
import { eventually } from './support/wait';
import { inWorkbench } from './support/workbench-test';

const { file, right, wrong } = PRICING;
const settings = {
  'winnow.model.provider': 'embedded',
  'diffEditor.useInlineViewWhenSpaceIsLimited': false,
};

describe('the embedded model', () => {
  it(
    'solves an example without a key or a server',
    inWorkbench({ file, settings }, async (workbench) => {
      await widenSidebar(workbench);
      await collapsePane(workbench, 'Runs');
      await solve(workbench);
      await outcomeShown(workbench, 'winner');
      await diffEditor(workbench).waitFor();
      await eventually('both sides', async () => {
        const { before, after } = await diffSides(workbench);
        return before.includes(wrong) && after.includes(right);
      });
      assert.ok((await traces(workbench).locator('article').count()) > 1);
      await screenshot(workbench, 'winner');
      await runCommand(workbench, 'Preferences: Toggle between Light/Dark Themes');
      await workbench.page.locator('.monaco-workbench.vs-dark').waitFor();
      await traces(workbench).locator('body.vscode-dark').waitFor();
      await screenshot(workbench, 'winner-dark');
    }),
  );
});
