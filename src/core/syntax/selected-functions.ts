import type { LineRange } from '../api/task';
import {
  FUNCTION_NODES,
  childrenOf,
  covers,
  linesOf,
  namedChildrenOf,
  overlap,
  walk,
} from './nodes';
import type { SyntaxNode } from './parsing';

/** Nodes whose named children run, or stand, one after the other. */
const CONTAINERS = new Set([
  'program',
  'statement_block',
  'class_body',
  'switch_body',
  'module',
  'block',
]);

/** What may stand around a function that is all there is to a statement. */
const DEFINING = new Set([
  'export_statement',
  'decorated_definition',
  'lexical_declaration',
  'variable_declaration',
  'variable_declarator',
  'expression_statement',
  'assignment_expression',
  'assignment',
  'field_definition',
  'public_field_definition',
  'class_declaration',
  'abstract_class_declaration',
  'class_definition',
  'class',
  'class_body',
  'class_heritage',
]);

/**
 * The functions that a selection means: those it consists of, else the one around it. Inner ones
 * that belong to a selected function are not among them.
 */
export function selectedFunctions(root: SyntaxNode, range: LineRange): readonly SyntaxNode[] {
  const around = functionAround(root, range);
  const container = innermostContainer(root, range);
  if (around && isWithin(around, container)) return [around];
  const parts = namedChildrenOf(container).filter((child) => overlap(linesOf(child), range));
  const defined = parts.map((part) => functionsOf(part, range));
  if (parts.length > 0 && defined.every(({ length }) => length > 0)) return defined.flat();
  return around ? [around] : defined.flat();
}

/** Innermost function around a range; one that is handed over in a line is no place of its own. */
function functionAround(root: SyntaxNode, range: LineRange): SyntaxNode | undefined {
  let innermost: SyntaxNode | undefined;
  walk(root, (node) => {
    if (!covers(linesOf(node), range)) return node === root;
    const inLine = node.startPosition.row + 1 === range.first;
    if (node.isNamed && FUNCTION_NODES.has(node.type) && !(inLine && isArgument(node)))
      innermost = node;
    return true;
  });
  return innermost;
}

function isArgument({ parent }: SyntaxNode): boolean {
  return parent !== null && /^(arguments|argument_list|keyword_argument)$/.test(parent.type);
}

function innermostContainer(root: SyntaxNode, range: LineRange): SyntaxNode {
  let innermost = root;
  walk(root, (node) => {
    const lines = linesOf(node);
    if (!covers(lines, range)) return node === root;
    const braces = node.firstChild?.type === '{';
    const inside = !braces || (lines.first < range.first && range.last < lines.last);
    if (CONTAINERS.has(node.type) && inside) innermost = node;
    return true;
  });
  return innermost;
}

function isWithin(inner: SyntaxNode, outer: SyntaxNode): boolean {
  for (let node = inner.parent; node; node = node.parent) if (node.id === outer.id) return true;
  return false;
}

/** The functions that a statement or member defines, and that the range touches. */
function functionsOf(part: SyntaxNode, range: LineRange): readonly SyntaxNode[] {
  if (!overlap(linesOf(part), range)) return [];
  if (part.isNamed && FUNCTION_NODES.has(part.type)) return [part];
  const opens = DEFINING.has(part.type) || (part.type === 'block' && isClass(part.parent));
  return opens ? childrenOf(part).flatMap((child) => functionsOf(child, range)) : [];
}

function isClass(node: SyntaxNode | null): boolean {
  return node?.type === 'class_definition';
}
