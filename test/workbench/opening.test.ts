import assert from 'node:assert/strict';
import { offeredCommands } from './support/commands';
import { editorText, selectLines } from './support/editor';
import { inWorkbench } from './support/workbench-test';

const file = 'src/discounts.js';

describe('opening a folder', () => {
  it(
    'shows the editor and the commands of the extension',
    inWorkbench({ file }, async (workbench) => {
      const text = await workbench.read(file);
      const shown = await editorText(workbench);
      assert.equal(shown.split('\n')[0], text.split('\n')[0]);
      await selectLines(workbench, 20, 22);
      const offered = await offeredCommands(workbench, 'Winnow: Solve');
      assert.ok(offered.includes('Winnow: Solve Selection'), offered.join(', '));
    }),
  );
});
