import * as vscode from 'vscode';
import type { Survivor } from '../../core/api/audit';
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
export function textOf(view: RunView, side: Side): string | undefined {
  const { snapshot, candidates, end } = view;
  if (!snapshot) return undefined;
  const { path, text } = snapshot.base;
  if (side === 'base') return text;
  if (typeof side === 'object' && 'survivor' in side) return textWithSurvivor(view, side.survivor);
  const id = side === 'winner' ? end?.winner : side.candidate;
  const candidate = candidates.find((known) => known.id === id);
  return candidate && patchedText(path, text, candidate.diff);
}

/** What a change that the tests would not notice was made to: the winner, or the file as it was. */
export function survivorsOf({ audit, winnerAudit }: RunView): {
  readonly side: 'base' | 'winner';
  readonly survivors: readonly Survivor[];
} {
  return winnerAudit
    ? { side: 'winner', survivors: winnerAudit.mutants.survivors }
    : { side: 'base', survivors: audit?.mutants?.survivors ?? [] };
}

function textWithSurvivor(view: RunView, index: number): string | undefined {
  const { side, survivors } = survivorsOf(view);
  const text = textOf(view, side);
  const diff = survivors[index]?.diff;
  if (text === undefined || diff === undefined || !view.snapshot) return undefined;
  return patchedText(view.snapshot.base.path, text, diff);
}
