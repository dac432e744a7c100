import type { LanguageId } from '../../../../src/core/api/language';

/**
 * Usual mistakes in code as people write it. `«bug¦fix»` marks what is wrong and what is right; a
 * failure message is given where a test would say something telling.
 */
export interface SeededBug {
  readonly title: string;
  readonly language: LanguageId;
  readonly code: string;
  readonly message?: string;
}

export const js = (title: string, code: string, message?: string): SeededBug => ({
  title,
  language: 'javascript',
  code,
  ...(message !== undefined && { message }),
});
export const ts = (title: string, code: string, message?: string): SeededBug => ({
  ...js(title, code, message),
  language: 'typescript',
});
export const py = (title: string, code: string, message?: string): SeededBug => ({
  ...js(title, code, message),
  language: 'python',
});
