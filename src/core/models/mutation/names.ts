import { FUNCTION_NODES, childrenOf, walk } from '../../syntax/nodes';
import type { SyntaxNode } from '../../syntax/parsing';
import { declaredBy, type Declared } from './declared';
import type { Family } from './site';

/** A name that code may use, and where. */
export interface Name extends Declared {
  /** Where the name is visible, by indices into the text. */
  readonly from: number;
  readonly to: number;
  readonly level: 'function' | 'file';
  /** Occurrences in its scope besides the declaration. */
  readonly uses: number;
}

export interface Names {
  /** Names visible at a node, the nearest declaration first, none twice. */
  visibleAt(node: SyntaxNode): readonly Name[];
  isKnown(name: string): boolean;
}

/** Nodes that end the life of what `let` and `const` declare in them. */
const SCRIPT_BLOCKS = new Set([
  'statement_block',
  'for_statement',
  'for_in_statement',
  'catch_clause',
  'switch_body',
]);

const COMPREHENSIONS = new Set([
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
]);

export function isFunction(node: SyntaxNode): boolean {
  return FUNCTION_NODES.has(node.type);
}

/** The innermost function around a node, the node itself left out. */
export function functionAround(node: SyntaxNode): SyntaxNode | null {
  let { parent } = node;
  while (parent && !isFunction(parent)) ({ parent } = parent);
  return parent;
}

export function collectNames(root: SyntaxNode, family: Family): Names {
  const occurrences = occurrencesIn(root);
  const names: Name[] = [];
  const known = new Set<string>();
  walk(root, (node) => {
    for (const declared of declaredBy(node)) {
      known.add(declared.name);
      const scope = scopeOf(declared, node, family);
      const { startIndex, endIndex } = scope ?? root;
      const places = occurrences.get(declared.name) ?? [];
      names.push({
        ...declared,
        from: startIndex,
        to: endIndex,
        level: scope ? 'function' : 'file',
        uses: places.filter((at) => startIndex <= at && at < endIndex).length - 1,
      });
    }
    return true;
  });
  return {
    isKnown: (name) => known.has(name),
    visibleAt: (node) => visible(names, node.startIndex),
  };
}

function visible(names: readonly Name[], at: number): readonly Name[] {
  const found = new Map<string, Name>();
  const reachable = names
    .filter(({ from, to }) => from <= at && at < to)
    .filter(({ level, hoisted, end }) => hoisted || level === 'file' || end <= at)
    .sort((a, b) => b.from - a.from || Math.abs(at - a.end) - Math.abs(at - b.end));
  for (const name of reachable) if (!found.has(name.name)) found.set(name.name, name);
  return [...found.values()];
}

/** The function, or block, at whose end a name is gone; undefined for a name of the file. */
function scopeOf(declared: Declared, node: SyntaxNode, family: Family): SyntaxNode | undefined {
  if (declared.kind === 'parameter')
    return isFunction(node) ? node : (functionAround(node) ?? undefined);
  for (let { parent } = node; parent; { parent } = parent) {
    if (isFunction(parent)) return parent;
    if (family === 'script' && SCRIPT_BLOCKS.has(parent.type)) return parent;
    if (COMPREHENSIONS.has(parent.type)) return parent;
  }
  return undefined;
}

function occurrencesIn(root: SyntaxNode): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  walk(root, (node) => {
    if (childrenOf(node).length > 0 || !/identifier/.test(node.type)) return true;
    const places = found.get(node.text) ?? [];
    found.set(node.text, places);
    places.push(node.startIndex);
    return true;
  });
  return found;
}
