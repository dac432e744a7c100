import { namedChildrenOf } from '../../syntax/nodes';
import type { SyntaxNode } from '../../syntax/parsing';
import type { Splice } from '../../syntax/splice';
import { insertion, removal } from './changes';

/** Nodes whose named children are statements. */
const BLOCKS = new Set([
  'statement_block',
  'program',
  'block',
  'module',
  'switch_case',
  'switch_default',
]);

/** Types of the statements that an operator may remove or move. */
export const STATEMENTS = [
  'expression_statement',
  'if_statement',
  'return_statement',
  'throw_statement',
  'raise_statement',
  'continue_statement',
  'break_statement',
  'delete_statement',
  'for_statement',
  'for_in_statement',
  'while_statement',
] as const;

export function isInBlock({ parent }: SyntaxNode): boolean {
  return parent !== null && BLOCKS.has(parent.type);
}

/** The statements beside a statement, itself included; a case's value is none. */
export function statementsAround({ parent }: SyntaxNode): readonly SyntaxNode[] {
  if (!parent) return [];
  const value = parent.childForFieldName('value');
  return namedChildrenOf(parent).filter(({ id }) => id !== value?.id);
}

export function nextStatement(statement: SyntaxNode): SyntaxNode | undefined {
  const all = statementsAround(statement);
  return all[all.findIndex(({ id }) => id === statement.id) + 1];
}

/** The white space that a node's line starts with. */
export function indentAt(text: string, index: number): string {
  const start = text.lastIndexOf('\n', index - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}

/** Whether nothing but white space stands before a node on its first and after it on its last line. */
export function ownsLines(text: string, node: SyntaxNode): boolean {
  const start = text.lastIndexOf('\n', node.startIndex - 1) + 1;
  return (
    text.slice(start, node.startIndex).trim() === '' &&
    /^[ \t;]*(?:\r?\n|$)/.test(text.slice(node.endIndex))
  );
}

/** Takes a statement out, with its line where it has one of its own. */
export function withoutStatement(text: string, node: SyntaxNode): Splice {
  if (!ownsLines(text, node)) return removal(node.startIndex, node.endIndex);
  const start = text.lastIndexOf('\n', node.startIndex - 1) + 1;
  const end = text.indexOf('\n', node.endIndex);
  // A last line goes with the line break before it.
  return end === -1
    ? removal(Math.max(0, start - 1), text.length)
    : removal(Math.max(0, start - 1), start === 0 ? end + 1 : end);
}

/** A new line below a node, indented as the given node is. */
export function lineBelow(text: string, node: SyntaxNode, code: string, like = node): Splice {
  return insertion(node.endIndex, `\n${indentAt(text, like.startIndex)}${code}`);
}

/** A new line above a node. */
export function lineAbove(text: string, node: SyntaxNode, code: string): Splice {
  return insertion(node.startIndex, `${code}\n${indentAt(text, node.startIndex)}`);
}

/** A statement's text with the indentation of another place. */
export function reindented(text: string, node: SyntaxNode, indent: string): string {
  const own = indentAt(text, node.startIndex);
  return node.text
    .split('\n')
    .map((line, index) =>
      index > 0 && line.startsWith(own) ? indent + line.slice(own.length) : line,
    )
    .join('\n');
}

/** The statements of a function's, loop's or branch's body. */
export function bodyOf(node: SyntaxNode): readonly SyntaxNode[] {
  const body = node.childForFieldName('body') ?? node.childForFieldName('consequence');
  return body && BLOCKS.has(body.type) ? namedChildrenOf(body) : [];
}

/** What decides whether a branch is taken, or a loop goes on; brackets left out. */
export function conditionOf(node: SyntaxNode): SyntaxNode | null {
  const condition = node.childForFieldName('condition');
  if (condition?.type === 'parenthesized_expression') return namedChildrenOf(condition)[0] ?? null;
  if (condition) return condition;
  return node.type === 'conditional_expression' ? (namedChildrenOf(node)[1] ?? null) : null;
}

export const CONDITIONALS = [
  'if_statement',
  'elif_clause',
  'while_statement',
  'do_statement',
  'ternary_expression',
  'conditional_expression',
] as const;
