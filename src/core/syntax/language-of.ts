import type { LanguageId } from '../api/language';

const LANGUAGES: Readonly<Record<string, LanguageId>> = {
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'tsx',
  py: 'python',
};

/** The language of a file by its extension, or undefined where Winnow has no grammar for it. */
export function languageOf(path: string): LanguageId | undefined {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : LANGUAGES[extension];
}
