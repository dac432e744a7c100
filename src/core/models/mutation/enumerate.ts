import type { LanguageId } from '../../api/language';
import type { LineRange } from '../../api/task';
import { linesOf, overlap, walk } from '../../syntax/nodes';
import type { Parse, SyntaxNode } from '../../syntax/parsing';
import { applySplices, type Splice } from '../../syntax/splice';
import type { Edit, Operator } from './operator';
import { operators } from './operators';
import { siteOf } from './site';

/** An edit as it may be made, not ranked yet. */
export interface FoundEdit {
  readonly operator: string;
  readonly description: string;
  /** 1-based line of the changed part in the original. */
  readonly line: number;
  /** The changed part, before and after. */
  readonly before: string;
  readonly after: string;
  /** The whole file after the edit. */
  readonly text: string;
  /** Likelihood by the kind of mistake alone. */
  readonly weight: number;
}

/** All edits that stay within the selected lines and change them, none twice. */
export function findEdits(
  parse: Parse,
  text: string,
  language: LanguageId,
  range: LineRange,
): Promise<readonly FoundEdit[]> {
  return parse(text, language, (root) => {
    const site = siteOf(root, text, language);
    const bounds = boundsOf(text, range);
    const found = new Map<string, FoundEdit>();
    const visit = (node: SyntaxNode) => {
      if (!overlap(linesOf(node), range)) return false;
      for (const operator of byNode.get(node.type) ?? [])
        for (const edit of operator.edits(node, site)) {
          const made = makeEdit(text, operator, edit, bounds);
          if (made && (found.get(made.text)?.weight ?? 0) < made.weight) found.set(made.text, made);
        }
      return true;
    };
    walk(root, visit);
    return [...found.values()];
  });
}

const byNode: ReadonlyMap<string, readonly Operator[]> = (() => {
  const map = new Map<string, Operator[]>();
  for (const operator of operators)
    for (const type of operator.nodes) map.set(type, [...(map.get(type) ?? []), operator]);
  return map;
})();

interface Bounds {
  readonly start: number;
  readonly end: number;
}

/** The selected lines as indices, the last line's end left out. */
function boundsOf(text: string, { first, last }: LineRange): Bounds {
  const lines = text.split('\n');
  const start = lines.slice(0, first - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const selected = lines.slice(first - 1, last);
  return { start, end: start + selected.join('\n').length };
}

function makeEdit(
  text: string,
  operator: Operator,
  { splices, description, likelihood = 1 }: Edit,
  bounds: Bounds,
): FoundEdit | undefined {
  const real = splices.filter((splice) => text.slice(splice.start, splice.end) !== splice.text);
  const start = Math.min(...real.map((splice) => splice.start));
  const end = Math.max(...real.map((splice) => splice.end));
  if (real.length === 0 || start < bounds.start || end > bounds.end) return undefined;
  const after = applySplices(text, real);
  const grown = after.length - text.length;
  if (after === text || after.slice(bounds.start, bounds.end + grown).trim() === '')
    return undefined;
  return {
    operator: operator.id,
    description,
    line: lineAt(text, start, real),
    before: text.slice(start, end),
    after: after.slice(start, end + grown),
    text: after,
    weight: operator.prior * likelihood,
  };
}

/** An edit that starts with a line's end changes the line below. */
function lineAt(text: string, start: number, splices: readonly Splice[]): number {
  const removesLine = text[start] === '\n' && splices.some((splice) => splice.end > start);
  return text.slice(0, start + (removesLine ? 1 : 0)).split('\n').length;
}
