import type { PatchTarget } from '../api/patch';
import type { Fence } from './fences';
import { linesOf } from './lines';

/** Names that models write behind a fence, by family; languages that a block may stand in for. */
const families: readonly (readonly string[])[] = [
  ['javascript', 'js', 'mjs', 'cjs', 'jsx', 'node', 'typescript', 'ts', 'mts', 'cts', 'tsx'],
  ['python', 'py', 'py3', 'python3', 'pyi', 'pycon'],
  ['go', 'golang'],
  ['rust', 'rs'],
  ['ruby', 'rb'],
  ['csharp', 'cs', 'c#'],
  ['c', 'cpp', 'c++', 'cc', 'h', 'hpp', 'cxx'],
  ['kotlin', 'kt', 'kts'],
  ['bash', 'sh', 'shell', 'zsh', 'console', 'terminal', 'shell-session'],
  ['yaml', 'yml'],
  ['markdown', 'md'],
  ['text', 'txt', 'plaintext', 'plain', 'output', 'log'],
];

/**
 * The block that answers the task, of a reply's complete ones: those in the file's language, else
 * those without a language; among them the last that declares what the selection declares, else
 * the last. Undefined where every block is in another language (commands, output).
 */
export function chooseBlock(blocks: readonly Fence[], target: PatchTarget): Fence | undefined {
  const filled = blocks.filter(({ lines }) => lines.some((line) => line.trim() !== ''));
  const extension = /\.(\w+)$/.exec(target.path)?.[1]?.toLowerCase() ?? '';
  const tagged = filled.filter(({ language }) => isSameFamily(language, extension));
  const untagged = filled.filter(({ language }) => language === '');
  const usable = tagged.length > 0 ? tagged : untagged;
  const declared = declaredIn(linesOf(target.text, target.range));
  const fitting = usable.filter(({ lines }) => declares(lines.join('\n'), declared));
  return fitting.at(-1) ?? usable.at(-1);
}

function isSameFamily(language: string, extension: string): boolean {
  if (language === '') return false;
  if (language === extension) return true;
  const family = families.find((names) => names.includes(extension));
  if (family !== undefined) return family.includes(language);
  return !families.some((names) => names.includes(language));
}

const DECLARATION =
  /(?:\bfunction\*?|\bdef|\bclass|\bconst|\blet|\bvar|\bfunc|\bfn)\s+([\w$]+)|^\s*(?:(?:public|private|protected|static|async|get|set)\s+)*([\w$]+)\s*\([^)]*\)\s*(?::[^{]*)?\{/gm;

/** The first name that a text declares. */
function declaredIn(text: string): string | undefined {
  return namesDeclared(text)[0];
}

function declares(text: string, name: string | undefined): boolean {
  return name !== undefined && namesDeclared(text).includes(name);
}

function namesDeclared(text: string): readonly string[] {
  const words = new Set(['if', 'for', 'while', 'switch', 'catch', 'function', 'with']);
  return [...text.matchAll(DECLARATION)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((name) => name !== '' && !words.has(name));
}
