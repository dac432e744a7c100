import type { LineRange } from '../api/task';
import { covers, linesOf, namedChildrenOf, walk } from './nodes';
import type { SyntaxNode } from './parsing';
import type { Splice } from './splice';

/** One statement taken out. */
export interface Removal {
  /** 1-based. */
  readonly line: number;
  /** The statement's first line. */
  readonly statement: string;
  readonly splice: Splice;
}

const BLOCKS = new Set(['statement_block', 'block']);

/** Statements whose removal would only leave names undefined, or changes nothing. */
const KEPT = new Set([
  'lexical_declaration',
  'variable_declaration',
  'function_declaration',
  'generator_function_declaration',
  'class_declaration',
  'function_definition',
  'class_definition',
  'decorated_definition',
  'import_statement',
  'import_from_statement',
  'empty_statement',
  'pass_statement',
  'global_statement',
  'nonlocal_statement',
  'break_statement',
]);

/** Every single statement in a body or branch that lies within the range, taken out. */
export function removals(root: SyntaxNode, range: LineRange): readonly Removal[] {
  const found: Removal[] = [];
  walk(root, (node) => {
    if (!BLOCKS.has(node.type) || isClassBody(node)) return true;
    const statements = namedChildrenOf(node);
    for (const statement of statements)
      if (covers(range, linesOf(statement)) && !isKept(statement))
        found.push(removalOf(statement, node.type === 'block' && statements.length === 1));
    return true;
  });
  return found;
}

function isClassBody({ parent }: SyntaxNode): boolean {
  return parent?.type === 'class_definition';
}

function isKept({ type, firstChild }: SyntaxNode): boolean {
  if (KEPT.has(type)) return true;
  if (type !== 'expression_statement' || !firstChild) return false;
  if (firstChild.type === 'string') return true;
  // In Python, the first assignment of a name: what reads it would fail at once.
  return (
    firstChild.type === 'assignment' && firstChild.childForFieldName('left')?.type === 'identifier'
  );
}

/** Takes the line with it where the statement has lines to itself. */
function removalOf(statement: SyntaxNode, alone: boolean): Removal {
  const text = statement.tree.rootNode.text;
  const { startIndex, endIndex } = statement;
  const shown = { line: statement.startPosition.row + 1, statement: firstLine(statement.text) };
  if (alone) return { ...shown, splice: { start: startIndex, end: endIndex, text: 'pass' } };
  const start = text.lastIndexOf('\n', startIndex - 1) + 1;
  const next = text.indexOf('\n', endIndex);
  const end = next < 0 ? text.length : next + 1;
  const alonehere =
    text.slice(start, startIndex).trim() === '' && text.slice(endIndex, end).trim() === '';
  return {
    ...shown,
    splice: alonehere
      ? { start, end, text: '' }
      : { start: startIndex, end: endIndex, text: text.startsWith(';', endIndex) ? '' : ';' },
  };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
