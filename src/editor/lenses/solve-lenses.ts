import * as vscode from 'vscode';
import type { LineRange } from '../../core/api/task';
import type { CommandArguments } from '../commands/ids';
import { isForeignFile, isTestFile } from '../files/is-test-file';
import { lensesEnabled } from '../settings/read-settings';
import type { LazySyntax } from '../syntax';

const LANGUAGES = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'python'];

/**
 * An editor that comes back into view shows its lenses from before, and VS Code may leave them
 * without their commands where drawing is slow; asked again a moment later, they work.
 */
const SETTLED_MS = 1_000;

/** Puts a "Winnow: Solve" over every function, except in tests and in what others wrote. */
class SolveLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;

  readonly onDidChangeCodeLenses = this.#changes.event;

  constructor(private readonly syntax: LazySyntax) {
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changes.fire()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#askAgain()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('winnow.codeLens')) this.#changes.fire();
      }),
    );
  }

  async provideCodeLenses(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeLens[]> {
    if (!wantsLenses(document.uri)) return [];
    const { languageOf, functionsIn } = await this.syntax();
    const language = languageOf(document.uri.path);
    if (!language || token.isCancellationRequested) return [];
    const functions = await functionsIn(document.getText(), language);
    const byLine = new Map<number, LineRange>();
    for (const { range } of functions) if (!byLine.has(range.first)) byLine.set(range.first, range);
    return [...byLine.values()].map((range) => lensOver(document.uri, range));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
    this.#changes.dispose();
  }

  #askAgain(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changes.fire(), SETTLED_MS);
  }
}

export function registerLenses(syntax: LazySyntax): vscode.Disposable {
  const provider = new SolveLenses(syntax);
  const selector = LANGUAGES.map((language) => ({ language, scheme: 'file' }));
  return vscode.Disposable.from(
    provider,
    vscode.languages.registerCodeLensProvider(selector, provider),
  );
}

function wantsLenses(file: vscode.Uri): boolean {
  if (!vscode.workspace.isTrusted || !lensesEnabled(file)) return false;
  if (!vscode.workspace.getWorkspaceFolder(file)) return false;
  const path = vscode.workspace.asRelativePath(file, false);
  return !isTestFile(path) && !isForeignFile(path);
}

function lensOver(file: vscode.Uri, lines: LineRange): vscode.CodeLens {
  const args: CommandArguments['winnow.solveFunction'] = [file, lines];
  return new vscode.CodeLens(new vscode.Range(lines.first - 1, 0, lines.first - 1, 0), {
    title: 'Winnow: Solve',
    tooltip: 'Sample candidate patches for this function, and let your tests choose',
    command: 'winnow.solveFunction',
    arguments: args,
  });
}
