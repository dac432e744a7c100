import { isAbsolute, relative } from 'node:path';
import * as vscode from 'vscode';
import type { UnsavedBuffer } from '../../core/api/snapshot';

/** The texts below a folder that differ from what is on disk, as the snapshot wants them. */
export function unsavedBuffers(folder: string): readonly UnsavedBuffer[] {
  return vscode.workspace.textDocuments
    .filter(({ isDirty, uri }) => isDirty && uri.scheme === 'file' && isBelow(folder, uri.fsPath))
    .map((document) => ({ path: document.uri.fsPath, text: document.getText() }));
}

function isBelow(folder: string, file: string): boolean {
  const inside = relative(folder, file);
  return !inside.startsWith('..') && !isAbsolute(inside);
}
