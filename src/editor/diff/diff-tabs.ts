import * as vscode from 'vscode';
import { parseAddress, type Address } from './addresses';

/** What the diff that is looked at shows on its right side; undefined for any other editor. */
export function activeDiff(): Address | undefined {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  return tab && shownIn(tab);
}

/** Closes the diffs of a run's winner. */
export async function closeWinner(run: string): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => {
      const shown = shownIn(tab);
      return shown?.run === run && shown.side === 'winner';
    });
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}

function shownIn({ input }: vscode.Tab): Address | undefined {
  return input instanceof vscode.TabInputTextDiff ? parseAddress(input.modified) : undefined;
}
