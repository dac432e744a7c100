import * as vscode from 'vscode';
import type { UnsavedBuffer } from '../../core/api/snapshot';

/** The texts that differ from what is on disk, as the snapshot wants them. */
export function unsavedBuffers(): readonly UnsavedBuffer[] {
  return vscode.workspace.textDocuments
    .filter(({ isDirty, uri }) => isDirty && uri.scheme === 'file')
    .map((document) => ({ path: document.uri.fsPath, text: document.getText() }));
}
