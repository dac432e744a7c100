import type { LanguageId } from '../../api/language';
import type { SyntaxNode } from '../../syntax/parsing';
import { collectNames, type Names } from './names';
import { collectProperties, type Properties } from './properties';

/** JavaScript and TypeScript write almost everything alike. */
export type Family = 'script' | 'python';

/** What operators may know of the file around a node. */
export interface Site {
  readonly text: string;
  readonly family: Family;
  readonly language: LanguageId;
  readonly names: Names;
  readonly properties: Properties;
}

export function siteOf(root: SyntaxNode, text: string, language: LanguageId): Site {
  const family = language === 'python' ? 'python' : 'script';
  return {
    text,
    family,
    language,
    names: collectNames(root, family),
    properties: collectProperties(root),
  };
}
