import * as vscode from 'vscode';
import type { LineRange } from '../../core/api/task';
import type { LazySyntax } from '../syntax';

const FUNCTIONS = new Set([
  vscode.SymbolKind.Function,
  vscode.SymbolKind.Method,
  vscode.SymbolKind.Constructor,
]);

/** The lines of the innermost function around a place, or undefined if it is in none. */
export async function enclosingFunction(
  document: vscode.TextDocument,
  place: vscode.Position,
  syntax: LazySyntax,
): Promise<LineRange | undefined> {
  const { languageOf, enclosingFunction: ask } = await syntax();
  const language = languageOf(document.uri.path);
  if (language) return (await ask(document.getText(), language, place.line + 1))?.range;
  return fromSymbols(document, place);
}

/** For other languages: what the language's own extension knows. */
async function fromSymbols(
  { uri }: vscode.TextDocument,
  place: vscode.Position,
): Promise<LineRange | undefined> {
  const symbols = await vscode.commands.executeCommand<
    readonly (vscode.DocumentSymbol | vscode.SymbolInformation)[] | undefined
  >('vscode.executeDocumentSymbolProvider', uri);
  const around = flatten(symbols ?? []).filter(
    ({ kind, range }) => FUNCTIONS.has(kind) && range.contains(place),
  );
  const innermost = around.at(-1)?.range;
  return innermost && { first: innermost.start.line + 1, last: innermost.end.line + 1 };
}

/** Outer symbols before those inside them. */
function flatten(
  symbols: readonly (vscode.DocumentSymbol | vscode.SymbolInformation)[],
): readonly { readonly kind: vscode.SymbolKind; readonly range: vscode.Range }[] {
  return symbols.flatMap((symbol) =>
    'children' in symbol
      ? [symbol, ...flatten(symbol.children)]
      : [{ kind: symbol.kind, range: symbol.location.range }],
  );
}
