/** A fenced code block of a reply. */
export interface Fence {
  /** First word after the opening fence, in lower case; '' where there is none. */
  readonly language: string;
  /** The file that the block names in its info string or on the line above, where it names one. */
  readonly path?: string;
  readonly lines: readonly string[];
  /** False where the reply ended before the closing fence. */
  readonly closed: boolean;
}

const OPENING = /^(\s*)(`{3,}|~{3,})\s*(.*)$/;

/**
 * The code blocks of a Markdown text, as CommonMark reads them, with one liberty: a fence with a
 * language inside a block opens a block of its own there (models quote Markdown in doc comments),
 * unless reading it so would leave a block open.
 */
export function fencesOf(text: string): readonly Fence[] {
  const nested = scan(text, true);
  return nested.every((fence) => fence.closed) ? nested : scan(text, false);
}

interface OpenFence {
  readonly indent: number;
  readonly marker: string;
  readonly info: string;
  readonly above: string;
  readonly lines: string[];
  depth: number;
}

function scan(text: string, nesting: boolean): readonly Fence[] {
  const fences: Fence[] = [];
  let open: OpenFence | undefined;
  let above = '';
  for (const line of text.split(/\r?\n/)) {
    const mark = OPENING.exec(line);
    if (open === undefined) {
      if (mark === null || isInlineCode(mark)) above = line.trim() === '' ? above : line;
      else open = openFence(mark, above);
      continue;
    }
    if (mark !== null && closes(mark, open)) {
      open.depth -= 1;
      if (open.depth === 0) {
        fences.push(toFence(open, true));
        open = undefined;
        above = '';
        continue;
      }
    } else if (nesting && mark !== null && mark[3] !== '' && !isInlineCode(mark)) open.depth += 1;
    open.lines.push(line);
  }
  if (open !== undefined && open.lines.some((line) => line.trim() !== ''))
    fences.push(toFence(open, false));
  return fences;
}

function openFence(mark: RegExpExecArray, above: string): OpenFence {
  const [, indent = '', marker = '', info = ''] = mark;
  return { indent: indent.length, marker, info: info.trim(), above, lines: [], depth: 1 };
}

function isInlineCode(mark: RegExpExecArray): boolean {
  return mark[2]?.startsWith('`') === true && mark[3]?.includes('`') === true;
}

function closes(mark: RegExpExecArray, open: OpenFence): boolean {
  const [, , marker = '', info = ''] = mark;
  return info === '' && marker[0] === open.marker[0] && marker.length >= open.marker.length;
}

function toFence(open: OpenFence, closed: boolean): Fence {
  const strip = new RegExp(`^[\\t ]{0,${open.indent}}`);
  const word = /^[^\s:{,]*/.exec(open.info)?.[0] ?? '';
  const path = pathInInfo(open.info) ?? namedPath(open.above);
  return {
    language: looksLikePath(word) ? '' : word.toLowerCase(),
    ...(path === undefined ? {} : { path }),
    lines: open.lines.map((line) => line.replace(strip, '')),
    closed,
  };
}

/** `js:src/a.js`, `js title="src/a.js"`, `src/a.js`. */
function pathInInfo(info: string): string | undefined {
  const words = info.split(/[\s:={}"'`]+/).filter(looksLikePath);
  return words.at(-1);
}

/** The file that a line names, where naming one is all it does: `src/a.js`, `**File: a.js**`. */
export function namedPath(line: string): string | undefined {
  const bare = line
    .trim()
    .replace(/^(?:#+|\/\/|\/\*|<!--|[-*>]|\d+\.)\s+/, '')
    .replace(/^[*_`]+|[*_`]+$/g, '')
    .replace(/^(?:file(?:name| name)?|path)\s*[:=]\s*/i, '')
    .replace(/\s*(?:\*\/|-->)$/, '')
    .replace(/^[*_`"']+|[*_`"':]+$/g, '')
    .trim();
  return looksLikePath(bare) ? bare : undefined;
}

/** Names that look like files and mean programs, as in a heading over an example. */
const PROGRAMS = /^(?:node|next|vue|react|express|three|d3)\.js$/i;

/** No white space, and an extension: what a file name in a reply looks like. */
function looksLikePath(word: string): boolean {
  return /^(?:[\w@.+~-]+[\\/])*[\w@+~.[\]-]+\.[A-Za-z]\w{0,7}$/.test(word) && !PROGRAMS.test(word);
}

/** Whether a file name in a reply means the task's file: its path, or the end of it. */
export function namesFile(name: string, path: string): boolean {
  const clean = name.replaceAll('\\', '/').replace(/^(?:\.\/|\/)+/, '');
  return clean === path || path.endsWith(`/${clean}`) || clean.endsWith(`/${path}`);
}
