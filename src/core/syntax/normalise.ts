import { childrenOf } from './nodes';
import type { SyntaxNode } from './parsing';

/** Nodes that are one word whatever they are made of. */
const STRINGS = new Set(['string', 'concatenated_string']);

/** Where a comma before the closing bracket changes nothing. */
const LISTS = new Set([
  'array',
  'object',
  'array_pattern',
  'object_pattern',
  'arguments',
  'argument_list',
  'formal_parameters',
  'parameters',
  'list',
  'dictionary',
  'set',
  'named_imports',
  'export_clause',
]);

/**
 * A text that is equal for two trees exactly if they differ in nothing but comments, layout, optional
 * semicolons, trailing commas and the choice of quotes. Not itself a program.
 */
export function normalForm(root: SyntaxNode): string {
  const words: string[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'comment' || node.type === 'html_comment') return;
    if (STRINGS.has(node.type) && isPlainString(node.text)) {
      words.push(JSON.stringify(node.text.slice(1, -1)));
      return;
    }
    const children = childrenOf(node);
    if (children.length === 0) {
      words.push(node.text);
      return;
    }
    if (node.isNamed) words.push(`(${node.type}`);
    children.forEach((child, index) => {
      if (!isOptional(node, child, children[index - 1], children[index + 1])) visit(child);
    });
    if (node.isNamed) words.push(')');
  };
  visit(root);
  return words.join(' ');
}

/** Quoted by a single pair of either quote, with nothing in it that depends on which. */
function isPlainString(text: string): boolean {
  return /^(['"])[^'"\\\n]*\1$/.test(text);
}

function isOptional(
  parent: SyntaxNode,
  { type }: SyntaxNode,
  before: SyntaxNode | undefined,
  after: SyntaxNode | undefined,
): boolean {
  if (type === ';') return parent.type !== 'for_statement';
  if (type === ',')
    return (
      LISTS.has(parent.type) &&
      before?.isNamed === true &&
      after?.isNamed === false &&
      after.type !== ','
    );
  return false;
}
