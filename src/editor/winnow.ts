import * as vscode from 'vscode';
import { openStore } from '../core/store/file-store';
import { registerCommands } from './commands/register';
import { registerDocuments } from './diff/documents';
import { Disposables } from './disposables';
import { registerLenses } from './lenses/solve-lenses';
import { Decisions } from './runs/decisions';
import { RunDriver } from './runs/run-driver';
import { RunLibrary } from './runs/run-library';
import { createApiKeys } from './settings/api-keys';
import type { Shell } from './shell';
import { surroundingsOf } from './surroundings';
import { createLazySyntax } from './syntax';
import { RunsTree } from './views/runs-tree';
import { TRACES, TracesView } from './views/traces-view';

/** What is active of the extension. */
export interface Winnow {
  /** Ends the run that goes on, and resolves when nothing of it is left. */
  stop(): Promise<void>;
}

/** Puts the extension together: everything that VS Code can call is registered here. */
export function activateWinnow(context: vscode.ExtensionContext): Winnow {
  const active = new Disposables();
  context.subscriptions.push(active);
  const shell = createShell(context, active);
  active.add(registerCommands(shell));
  active.add(registerDocuments(shell.library));
  active.add(registerLenses(shell.syntax));
  active.add(vscode.window.registerWebviewViewProvider(TRACES, shell.traces));
  active.add(showRuns(shell, active.add(new RunsTree(shell))));
  return { stop: () => shell.driver.cancel() };
}

function createShell(context: vscode.ExtensionContext, active: Disposables): Shell {
  const log = active.add(vscode.window.createOutputChannel('Winnow', { log: true }));
  const surroundings = surroundingsOf(context.extensionPath, process.env);
  const library = active.add(new RunLibrary(openStore(surroundings.state)));
  const decisions = active.add(new Decisions(context.globalState));
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  return {
    log,
    surroundings,
    keys: createApiKeys(context.secrets),
    syntax: createLazySyntax(surroundings.assets),
    library,
    driver: new RunDriver(library, surroundings, log),
    decisions,
    traces: active.add(new TracesView(library, decisions, dist)),
  };
}

/** The tree also notices runs of the command line, when it is looked at again. */
function showRuns({ library }: Shell, treeDataProvider: RunsTree): vscode.Disposable {
  const options = { treeDataProvider, canSelectMany: true, showCollapseAll: true };
  const tree = vscode.window.createTreeView('winnow.runs', options);
  const listener = tree.onDidChangeVisibility(({ visible }) => {
    if (visible) library.refresh();
  });
  return vscode.Disposable.from(tree, listener);
}
