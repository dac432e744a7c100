import { walk } from '../../syntax/nodes';
import type { SyntaxNode } from '../../syntax/parsing';
import { literalText } from './collector';

/** Numbers and strings of a program, but for those that stand in every program. */
export function literalsIn(root: SyntaxNode): ReadonlySet<string> {
  const found = new Set<string>();
  walk(root, (node) => {
    if (/^(number|integer|float)$/.test(node.type) && !/^[012]$/.test(node.text))
      found.add(node.text);
    const text = literalText(node);
    if (text !== undefined && text.length > 1) found.add(JSON.stringify(text));
    return node.type !== 'import_statement';
  });
  return found;
}

/** From this many on, values that a patch shares with its tests are no accident. */
const MANY = 3;

/**
 * The values that a patch newly holds and its tests hold too, where they are many: a patch may look
 * the tested answers up instead of working them out.
 */
export function copiedValues(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  tests: ReadonlySet<string>,
): readonly string[] {
  const copied = [...after].filter((value) => !before.has(value) && tests.has(value));
  return copied.length >= MANY ? copied : [];
}
