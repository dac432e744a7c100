import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Manifest {
  readonly activationEvents?: readonly string[];
  readonly contributes?: { readonly commands?: readonly { readonly command: string }[] };
}

describe('activation', () => {
  const extension = vscode.extensions.getExtension('winnow.winnow');
  const manifest = (extension?.packageJSON ?? {}) as Manifest;

  it('waits until Winnow is needed', () => {
    assert.ok(extension, 'the extension is not installed');
    assert.equal(extension.isActive, false);
    for (const event of manifest.activationEvents ?? [])
      assert.ok(!['*', 'onStartupFinished'].includes(event), event);
  });

  it('registers every command that the manifest promises', async () => {
    const promised = (manifest.contributes?.commands ?? []).map(({ command }) => command);
    assert.ok(promised.length > 0, 'the manifest contributes no commands');
    await extension?.activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      promised.filter((command) => !registered.has(command)),
      [],
    );
  });
});
