import * as vscode from 'vscode';
import type { RunView } from '../../core/view';
import { textOf } from '../diff/documents';
import { fileOfRun } from '../files/file-of-run';
import { minimalEdit } from '../files/minimal-edit';
import { plainText } from '../files/plain-text';

export type Application =
  | {
      /** `there` if the file was the winner's text already. */
      readonly kind: 'applied' | 'there';
      readonly document: vscode.TextDocument;
      readonly place: vscode.Position;
    }
  /** The file is not what the winner was verified against. */
  | { readonly kind: 'stale'; readonly document: vscode.TextDocument }
  | { readonly kind: 'gone' };

/**
 * Puts the winner into its document as one edit, unsaved, so that one undo takes it back. Only over
 * the very text that it was verified against.
 */
export async function applyWinner(view: RunView): Promise<Application> {
  const file = await fileOfRun(view);
  const before = textOf(view, 'base');
  const after = textOf(view, 'winner');
  if (!file || before === undefined || after === undefined) return { kind: 'gone' };
  const document = await openDocument(file);
  if (!document) return { kind: 'gone' };
  const now = plainText(document.getText());
  const { start, end, text } = minimalEdit(plainText(before), plainText(after));
  const place = new vscode.Position(start.line, start.character);
  if (now === plainText(after)) return { kind: 'there', document, place };
  const stored = document.isDirty ? undefined : await storedText(file);
  if (now !== plainText(before) || (stored !== undefined && stored !== now))
    return { kind: 'stale', document };
  const edit = new vscode.WorkspaceEdit();
  edit.replace(file, new vscode.Range(place, new vscode.Position(end.line, end.character)), text);
  const applied = await vscode.workspace.applyEdit(edit);
  return applied ? { kind: 'applied', document, place } : { kind: 'stale', document };
}

/** What is on disk: the editor may not have noticed yet that it is something else. */
async function storedText(file: vscode.Uri): Promise<string | undefined> {
  try {
    return plainText(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
  } catch {
    return undefined;
  }
}

async function openDocument(file: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(file);
  } catch {
    return undefined;
  }
}
