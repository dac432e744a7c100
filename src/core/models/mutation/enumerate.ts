import type { LanguageId } from '../../api/language';
import type { LineRange } from '../../api/task';
import { linesOf, overlap, walk } from '../../syntax/nodes';
import type { Parse, SyntaxNode } from '../../syntax/parsing';
import { applySplices } from '../../syntax/splice';
import { keyOf } from './edit-key';
import { lineIndex, type LineIndex } from './line-index';
import type { Edit, Operator } from './operator';
import { operators } from './operators';
import { siteOf } from './site';

/** An edit as it may be made. */
export interface FoundEdit {
  /** Id of the operator that made it. */
  readonly operator: string;
  readonly description: string;
  /** 1-based line of the changed part in the original. */
  readonly line: number;
  /** The changed part, before and after. */
  readonly before: string;
  readonly after: string;
  /** The whole file after the edit; made when it is asked for, since most edits never are. */
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
    const lines = lineIndex(text);
    const bounds = lines.boundsOf(range);
    const found = new Map<string, FoundEdit>();
    const visit = (node: SyntaxNode) => {
      if (!overlap(linesOf(node), range)) return false;
      for (const operator of operatorsAt.get(node.type) ?? [])
        for (const edit of operator.edits(node, site)) {
          const made = makeEdit(text, operator, edit, { lines, ...bounds });
          if (made && (found.get(made.key)?.weight ?? 0) < made.edit.weight)
            found.set(made.key, made.edit);
        }
      return true;
    };
    walk(root, visit);
    return [...found.values()];
  });
}

const operatorsAt: ReadonlyMap<string, readonly Operator[]> = (() => {
  const map = new Map<string, Operator[]>();
  for (const operator of operators)
    for (const type of operator.nodes) map.set(type, [...(map.get(type) ?? []), operator]);
  return map;
})();

interface Place {
  readonly lines: LineIndex;
  /** The selected lines as indices, the last line's end left out. */
  readonly start: number;
  readonly end: number;
}

function makeEdit(
  text: string,
  operator: Operator,
  { splices, description, likelihood = 1 }: Edit,
  bounds: Place,
): { readonly key: string; readonly edit: FoundEdit } | undefined {
  const real = splices.filter((splice) => text.slice(splice.start, splice.end) !== splice.text);
  const start = Math.min(...real.map((splice) => splice.start));
  const end = Math.max(...real.map((splice) => splice.end));
  if (real.length === 0 || start < bounds.start || end > bounds.end) return undefined;
  const before = text.slice(start, end);
  const local = real.map((splice) => ({
    ...splice,
    start: splice.start - start,
    end: splice.end - start,
  }));
  const after = applySplices(before, local);
  if (after === before) return undefined;
  const isAllGone = [text.slice(bounds.start, start), after, text.slice(end, bounds.end)].every(
    (part) => part.trim() === '',
  );
  if (isAllGone) return undefined;
  const edit: FoundEdit = {
    operator: operator.id,
    description,
    // A removal that starts with a line's end removes the line below.
    line: bounds.lines.lineAt(start + (/^\r?\n[^\S\n]*\S/.test(before) ? 1 : 0)),
    before,
    after,
    get text() {
      return text.slice(0, start) + after + text.slice(end);
    },
    weight: operator.prior * likelihood,
  };
  return { key: keyOf(text, { start, before, after }), edit };
}
