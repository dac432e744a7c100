import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { configure, fileOf, open } from './support';

async function lensLines(path: string): Promise<readonly number[]> {
  await open(path);
  const lenses = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    fileOf(path),
  );
  return lenses
    .filter(({ command }) => command?.command === 'winnow.solveFunction')
    .map(({ range }) => range.start.line + 1);
}

describe('code lenses', () => {
  it('stand over every function', async () => {
    assert.deepEqual(await lensLines('src/discounts.js'), [22, 38, 51, 65]);
  });

  it('do not stand in tests', async () => {
    assert.deepEqual(await lensLines('test/discounts.test.js'), []);
  });

  it('can be switched off', async () => {
    await configure({ 'winnow.codeLens.enabled': false });
    assert.deepEqual(await lensLines('src/discounts.js'), []);
    await configure({ 'winnow.codeLens.enabled': undefined });
  });
});
