/** Languages whose syntax Winnow understands; everything else is treated as plain text. */
export type LanguageId = 'javascript' | 'typescript' | 'tsx' | 'python';
