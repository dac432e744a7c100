import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Script } from '../support/model-server';
import { answers, PRICING, thinksThenSays, thoughts } from '../support/pricing-model';
import { answer, quickInput, runCommand } from './support/commands';
import { diffEditor, diffSides } from './support/diff';
import { editorText, isDirty, selectLines, tab, titleButton, undo } from './support/editor';
import { notification, pressNotification } from './support/notifications';
import { screenshot } from './support/screenshot';
import { runRows, traces } from './support/sidebar';
import { outcomeShown, solve, widenSidebar, withModel } from './support/solving';
import { eventually } from './support/wait';
import { inWorkbench } from './support/workbench-test';

const { file, right, wrong, lines } = PRICING;

const replies = (kinds: readonly (keyof typeof thoughts)[], until?: Promise<unknown>): Script => {
  return (_, index) => {
    const kind = kinds[index % kinds.length] ?? 'right';
    return thinksThenSays({ thought: thoughts[kind], text: answers[kind] }, until);
  };
};

const settingsFor = (url: string, n: number) => ({
  'winnow.model.baseUrl': url,
  'winnow.model.name': 'test-model',
  'winnow.sampling.n': n,
  'winnow.sampling.strategy': 'best-of-n',
  'diffEditor.useInlineViewWhenSpaceIsLimited': false,
});

describe('solving', () => {
  it('goes from a code lens to an accepted patch, and back with one undo', function () {
    let goOn = () => {};
    const seen = new Promise<void>((resolve) => (goOn = resolve));
    return withModel(replies(['wrong', 'right', 'breaks', 'right'], seen), {}, (server) =>
      inWorkbench({ file, settings: settingsFor(server.url, 4) }, async (workbench) => {
        const before = await workbench.read(file);
        const view = traces(workbench);
        await widenSidebar(workbench);
        await view.getByText('Select the code that is wrong').waitFor();
        await screenshot(workbench, 'empty');
        await solve(workbench, 'A tier begins at its quantity.');
        await view.locator('.streaming', { hasText: 'tier' }).first().waitFor();
        await screenshot(workbench, 'streaming');
        goOn();
        const prompt = server
          .chats()[0]
          ?.body?.messages?.map(({ content }) => content)
          .join('');
        assert.match(prompt ?? '', /A tier begins at its quantity/);

        await outcomeShown(workbench, 'winner');
        await diffEditor(workbench).waitFor();
        const sides = await eventually('both sides', async () => {
          const shown = await diffSides(workbench);
          return shown.before.includes(wrong) && shown.after.includes(right) && shown;
        });
        assert.ok(!sides.after.includes(wrong));
        await screenshot(workbench, 'candidates');
        for (const verdict of ['passed', 'failed', 'regressed']) {
          const card = view.locator(`article[data-verdict="${verdict}"]`).first();
          await card.scrollIntoViewIfNeeded();
          await card.locator('.reasoning .finished').waitFor();
        }
        assert.equal(await workbench.read(file), before);
        assert.equal(await isDirty(workbench, 'discounts.js'), false);

        await titleButton(workbench, 'Accept Winner').click();
        await eventually('an unsaved change', () => isDirty(workbench, 'discounts.js'));
        await eventually('the patch', async () => (await editorText(workbench)).includes(right));
        await view.getByText('accepted').waitFor();
        await undo(workbench);
        await eventually(
          'the change undone',
          async () => !(await isDirty(workbench, 'discounts.js')),
        );
        await eventually('the old text', async () => (await editorText(workbench)).includes(wrong));
        assert.equal(await workbench.read(file), before);

        await workbench.restart();
        await runRows(workbench).filter({ hasText: 'accepted' }).waitFor();
        await outcomeShown(workbench, 'winner');
        await view.locator('article.winner .reasoning').waitFor();
      }).call(this),
    );
  });

  it('rejects a winner, and refuses one whose file has changed', function () {
    return withModel(replies(['right']), {}, (server) =>
      inWorkbench({ file, settings: settingsFor(server.url, 1) }, async (workbench) => {
        const before = await workbench.read(file);
        await selectLines(workbench, lines.first, lines.last);
        await runCommand(workbench, 'Winnow: Solve Selection');
        await quickInput(workbench).getByText('discounts.js:22-28').waitFor();
        await answer(workbench, '');
        const first = await outcomeShown(workbench, 'winner');
        await titleButton(workbench, 'Reject Winner').click();
        await tab(workbench, 'winner c1').waitFor({ state: 'detached' });
        await traces(workbench).getByText('rejected').waitFor();
        assert.equal(await workbench.read(file), before);
        assert.equal(await isDirty(workbench, 'discounts.js'), false);

        await solve(workbench);
        await eventually('a second run', async () => {
          return (await outcomeShown(workbench, 'winner')) !== first;
        });
        const changed = `// Prices\n${before}`;
        await writeFile(join(workbench.project, file), changed);
        await titleButton(workbench, 'Accept Winner').click();
        await notification(workbench, 'changed since the run began').waitFor();
        await screenshot(workbench, 'stale');
        assert.equal(await workbench.read(file), changed);
        const asked = server.chats().length;
        await pressNotification(workbench, 'changed since the run began', 'Run Again');
        await eventually('another request', () => Promise.resolve(server.chats().length > asked));
        await traces(workbench).getByText(':23-29').waitFor();
        await outcomeShown(workbench, 'winner');
      }).call(this),
    );
  });
});
