import type { Mutant, MutantSample } from '../api/audit';
import type { LanguageId } from '../api/language';
import type { Patch } from '../api/patch';
import type { LineRange } from '../api/task';
import { enumerateEdits } from '../models/mutation';
import { changedLines } from '../patches/changed-lines';
import type { Syntax } from '../syntax/syntax';
import { seededRandom, type Random } from '../util/random';
import type { Selection } from './make-stubs';

/** More would say no more of the tests than these. */
const MAX_MUTANTS = 40;

/** A long selection is looked at in pieces of this many lines, in random order, until these do. */
const PIECE = 30;
const ENOUGH_EDITS = 150;

/**
 * Repairs that change nothing in code which is right already: they add what is missing elsewhere, or
 * say the same in another way.
 */
const HARMLESS = new Set([
  'add-condition',
  'convert',
  'copy',
  'default-value',
  'fresh-object',
  'guard',
  'loop-kind',
  'missing-await',
  'missing-else',
  'missing-new',
  'missing-return',
  'missing-self',
  'move-statement',
  'mutable-default',
  'optional-chaining',
  'regex',
  'swap-statements',
  'truthiness',
  'wrap-in-call',
]);

/** A changed text, and what was changed in it. */
type Edit = Pick<Mutant, 'line' | 'before' | 'after' | 'description'> & { readonly text: string };

/** Small changes of the selection, or of the lines that a patch changed; in the order to be tried. */
export async function makeMutants(
  { syntax, task, text, language, seed }: Selection,
  patch: Patch | undefined,
): Promise<MutantSample> {
  if (!language) return { mutants: [], total: 0 };
  const change = patch?.changes.find(({ path }) => path === task.file);
  if (patch && !change) return { mutants: [], total: 0 };
  const subject = change?.after ?? text;
  const ranges = change ? changedLines(change.before, change.after) : [task.range];
  const random = seededRandom(seed);
  const pieces = shuffled(ranges.flatMap(inPieces), random);
  const all = spread(await editsIn(syntax, subject, language, pieces), random);
  const kept = await firstDistinct(syntax, subject, language, all);
  const mutants = kept.edits.map(({ text: after, ...shown }) => ({
    ...shown,
    change: { path: task.file, before: subject, after },
    patch: { changes: [{ path: task.file, before: text, after }] },
  }));
  return { mutants, total: all.length - kept.dropped };
}

async function editsIn(
  syntax: Syntax,
  text: string,
  language: LanguageId,
  ranges: readonly LineRange[],
): Promise<readonly Edit[]> {
  const lines = text.split('\n');
  const found = new Map<string, Edit>();
  for (const range of ranges) {
    if (found.size >= ENOUGH_EDITS) break;
    for (const edit of await enumerateEdits(syntax.parse, text, language, range))
      if (!HARMLESS.has(edit.operator)) found.set(edit.text, described(edit));
    for (const { statement, ...removal } of await syntax.removals(text, language, range))
      found.set(removal.text, described({ ...removal, before: statement, after: '' }));
  }
  return [...found.values()].filter(({ line }) => !isTalk(lines[line - 1] ?? ''));
}

/** The range itself, or pieces of it where it is long. */
function inPieces({ first, last }: LineRange): readonly LineRange[] {
  if (last - first < 2 * PIECE) return [{ first, last }];
  return Array.from({ length: Math.ceil((last - first + 1) / PIECE) }, (_, at) => ({
    first: first + at * PIECE,
    last: Math.min(last, first + (at + 1) * PIECE - 1),
  }));
}

/** An edit in words that say what is changed, not what it would repair. */
function described({ text, line, before, after }: Omit<Edit, 'description'>): Edit {
  const [from, to] = [inLine(before), inLine(after)];
  const description =
    to === '' ? `${from} is taken out` : from === '' ? `${to} is added` : `${from} becomes ${to}`;
  return { text, line, before, after, description };
}

function inLine(code: string): string {
  const text = code.trim().replace(/\s+/g, ' ');
  if (text === '') return '';
  return `\`${text.length > 60 ? `${text.slice(0, 59)}…` : text}\``;
}

/** What a line only says to people, no test needs to know. */
function isTalk(line: string): boolean {
  return /^\s*(console\.\w+|print|(self\.|this\.)?_?log(ger|ging)?\.\w+|warnings\.warn|debug)\(/.test(
    line,
  );
}

/** In random order, and so that every line has its turn before one has a second. */
function spread(edits: readonly Edit[], random: Random): readonly Edit[] {
  const byLine = new Map<number, Edit[]>();
  for (const edit of shuffled(edits, random))
    byLine.set(edit.line, [...(byLine.get(edit.line) ?? []), edit]);
  const lines = shuffled([...byLine.values()], random);
  const rounds = Math.max(0, ...lines.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) =>
    lines.flatMap((of) => of[round] ?? []),
  ).flat();
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** The first edits that are programs of their own: not the original, and not each other. */
async function firstDistinct(
  syntax: Syntax,
  text: string,
  language: LanguageId,
  edits: readonly Edit[],
): Promise<{ readonly edits: readonly Edit[]; readonly dropped: number }> {
  const known = new Set([await syntax.normalise(text, language)]);
  const kept: Edit[] = [];
  let dropped = 0;
  for (const edit of edits) {
    if (kept.length === MAX_MUTANTS) break;
    const form = await syntax.normalise(edit.text, language);
    if (known.has(form) || (await syntax.syntaxErrors(text, edit.text, language))) dropped++;
    else kept.push(edit);
    known.add(form);
  }
  return { edits: kept, dropped };
}
