import type { LineRange } from '../api/task';
import type { SyntaxNode } from './parsing';

/** Types of the nodes that are functions, of every language. */
export const FUNCTION_NODES: ReadonlySet<string> = new Set([
  'arrow_function',
  'function_declaration',
  'function_definition',
  'function_expression',
  'generator_function',
  'generator_function_declaration',
  'lambda',
  'method_definition',
]);

export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter((child) => child !== null);
}

/** Named children, comments left out. */
export function namedChildrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.filter(
    (child) => child !== null && child.type !== 'comment',
  ) as SyntaxNode[];
}

/** The lines that a node stands on, 1-based and inclusive. */
export function linesOf(node: SyntaxNode): LineRange {
  const { row, column } = node.endPosition;
  const last = column === 0 && row > node.startPosition.row ? row : row + 1;
  return { first: node.startPosition.row + 1, last };
}

export function overlap(a: LineRange, b: LineRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}

export function covers(outer: LineRange, inner: LineRange): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Visits a node and what is below it, outer before inner; a visitor that says false stays above. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => boolean | undefined): void {
  if (visit(node) === false) return;
  for (const child of childrenOf(node)) walk(child, visit);
}
