import { walk } from '../../syntax/nodes';
import type { SyntaxNode } from '../../syntax/parsing';

/** Property names that occur in a file. */
export interface Properties {
  /** Names read or written on an object that is written like this one, the most frequent first. */
  on(object: string): readonly string[];
  /** All names with the number of their occurrences. */
  readonly counts: ReadonlyMap<string, number>;
}

const ACCESSES = new Set(['member_expression', 'attribute']);
const KEYS = new Set([
  'property_identifier',
  'shorthand_property_identifier',
  'shorthand_property_identifier_pattern',
]);

export function collectProperties(root: SyntaxNode): Properties {
  const counts = new Map<string, number>();
  const byObject = new Map<string, Map<string, number>>();
  walk(root, (node) => {
    if (KEYS.has(node.type)) increment(counts, node.text);
    if (!ACCESSES.has(node.type)) return true;
    const object = node.childForFieldName('object')?.text ?? '';
    const property = propertyOf(node)?.text ?? '';
    if (node.type === 'attribute') increment(counts, property);
    const seen = byObject.get(object) ?? new Map<string, number>();
    byObject.set(object, seen);
    increment(seen, property);
    return true;
  });
  return {
    counts,
    on: (object) => [...(byObject.get(object) ?? [])].sort((a, b) => b[1] - a[1]).map(([n]) => n),
  };
}

/** The name behind the dot of a member access. */
export function propertyOf(access: SyntaxNode): SyntaxNode | null {
  return access.childForFieldName(access.type === 'attribute' ? 'attribute' : 'property');
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
