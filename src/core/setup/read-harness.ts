import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LanguageId } from '../api/language';

/** The text of Winnow's own code for a language, from its built files. */
export function readHarness(assets: string, language: LanguageId): Promise<string> {
  return readFile(join(assets, language === 'python' ? 'harness.py' : 'harness.js'), 'utf8');
}
