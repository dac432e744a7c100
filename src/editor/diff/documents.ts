import * as vscode from 'vscode';
import type { RunView } from '../../core/view';
import { patchedText } from '../files/patched-text';
import type { RunLibrary } from '../runs/run-library';
import { parseAddress, SCHEME, type Side } from './addresses';

/** Serves the two sides of diffs from what runs have recorded: no file is read or written. */
export function registerDocuments(library: RunLibrary): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async (uri) => {
      const address = parseAddress(uri);
      const view = address && (await library.view(address.run));
      const text = view && textOf(view, address.side);
      if (text === undefined) throw new Error('This Winnow run is not stored any more.');
      return text;
    },
  });
}

/** A run's file on one side of a diff; undefined if the run does not know it. */
export function textOf({ snapshot, candidates, end }: RunView, side: Side): string | undefined {
  if (!snapshot) return undefined;
  const { path, text } = snapshot.base;
  if (side === 'base') return text;
  const id = side === 'winner' ? end?.winner : side.candidate;
  const candidate = candidates.find((known) => known.id === id);
  return candidate && patchedText(path, text, candidate.diff);
}
