import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Language, Parser, type Node } from '@vscode/tree-sitter-wasm';
import type { LanguageId } from '../api/language';

/** A node of a syntax tree. Positions are UTF-16 indices into the text, rows are counted from 0. */
export type SyntaxNode = Node;

/**
 * Parses a text and hands its root to `use`. The tree is freed when `use` returns, so no node may
 * outlive it: return plain data.
 */
export type Parse = <T>(
  text: string,
  language: LanguageId,
  use: (root: SyntaxNode) => T,
) => Promise<T>;

/** A parser with the grammars below a folder, each loaded when it is first needed. */
export function createParse(grammars: string): Parse {
  const loading = new Map<LanguageId, Promise<Parser>>();

  function parserOf(language: LanguageId): Promise<Parser> {
    const known = loading.get(language);
    if (known) return known;
    const parser = loadParser(grammars, language);
    loading.set(language, parser);
    return parser;
  }

  return async (text, language, use) => {
    const parser = await parserOf(language);
    const tree = parser.parse(text);
    if (!tree) throw new Error(`the ${language} parser gave no tree`);
    try {
      return use(tree.rootNode);
    } finally {
      tree.delete();
    }
  };
}

async function loadParser(grammars: string, language: LanguageId): Promise<Parser> {
  await Parser.init({ locateFile: (name: string) => join(grammars, name) });
  const wasm = await readFile(join(grammars, `tree-sitter-${language}.wasm`));
  const parser = new Parser();
  parser.setLanguage(await Language.load(wasm));
  return parser;
}
