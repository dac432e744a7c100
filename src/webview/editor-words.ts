/** How the command line calls a thing, and how the editor does. */
const WORDS: readonly (readonly [commandLine: RegExp, editor: string])[] = [
  [
    /(name (?:the|another) command|name a command[^.]*?) with --test-command/gi,
    '$1 in the setting winnow.tests.command',
  ],
  [/--test-timeout/g, 'the setting winnow.tests.timeout'],
  [
    /say what to change with --instruction/g,
    'say what to change when you are asked for an instruction',
  ],
  [/--concurrency \((winnow\.[\w.]+)\)/g, '$1'],
  [/\((winnow\.[\w.]+)(?:,| or) --[^)]*\)/g, '($1)'],
  [
    /Set WINNOW_API_KEY or OPENAI_API_KEY, or run “Winnow: Set API Key” in the editor/g,
    'Run “Winnow: Set API Key”',
  ],
];

/** A message of the core, with the editor's names for what it tells the user to change. */
export function inEditorWords(message: string): string {
  return WORDS.reduce((text, [commandLine, editor]) => text.replace(commandLine, editor), message);
}
