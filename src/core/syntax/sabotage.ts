import type { LanguageId } from '../api/language';
import type { LineRange } from '../api/task';
import { childrenOf, covers, linesOf, namedChildrenOf, overlap, walk } from './nodes';
import type { SyntaxNode } from './parsing';
import type { Splice } from './splice';

interface Saboteur {
  /** Nodes whose named children run, or stand, one after the other. */
  readonly containers: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  /** What leaves no trace at run time, or must stand first. */
  readonly inert: ReadonlySet<string>;
  /** Makes a function throw before its body runs. What stood there stays, so that types still fit. */
  body(body: SyntaxNode): Splice;
  /** Makes a statement throw before it runs; undefined where it does nothing. */
  statement(node: SyntaxNode): Splice | undefined;
}

const MESSAGE = 'made to throw by Winnow';
const THROW = `throw new Error('${MESSAGE}');`;
const RAISE = `raise Exception('${MESSAGE}')`;

const script: Saboteur = {
  containers: new Set(['program', 'statement_block', 'class_body', 'switch_body']),
  functions: new Set([
    'function_declaration',
    'generator_function_declaration',
    'function_expression',
    'generator_function',
    'arrow_function',
    'method_definition',
  ]),
  inert: new Set([
    'import_statement',
    'interface_declaration',
    'type_alias_declaration',
    'ambient_declaration',
    'function_signature',
    'method_signature',
    'abstract_method_signature',
    'empty_statement',
    'hash_bang_line',
  ]),
  body: (body) =>
    body.type === 'statement_block'
      ? insertion(body.startIndex + 1, ` ${THROW}`)
      : replacement(body, `{ ${THROW} }`),
  statement(node) {
    switch (node.type) {
      case 'switch_case':
      case 'switch_default': {
        const colon = childrenOf(node).find(({ type }) => type === ':');
        return colon && insertion(colon.endIndex, ` ${THROW}`);
      }
      case 'field_definition':
      case 'public_field_definition': {
        const value = node.childForFieldName('value');
        return value ? replacement(value, `(() => { ${THROW} })()`) : undefined;
      }
      default:
        return insertion(node.startIndex, `${THROW} `);
    }
  },
};

const python: Saboteur = {
  containers: new Set(['module', 'block']),
  functions: new Set(['function_definition', 'lambda']),
  inert: new Set(['import_statement', 'import_from_statement', 'future_import_statement']),
  body: (body) =>
    body.type === 'block'
      ? raiseBefore(body)
      : replacement(body, `(_ for _ in ()).throw(Exception('${MESSAGE}'))`),
  statement: raiseBefore,
};

/**
 * The changes that make the selected lines throw when they run: in the functions that the range
 * touches, else before the statements. Empty where nothing in the range runs.
 */
export function sabotageSplices(
  root: SyntaxNode,
  language: LanguageId,
  range: LineRange,
): readonly Splice[] {
  const saboteur = language === 'python' ? python : script;
  const container = innermostContainer(root, range, saboteur);
  const touched = namedChildrenOf(container).filter((child) => overlap(linesOf(child), range));
  const parts = touched.filter(({ type }) => !saboteur.inert.has(type));
  const bodies = parts.flatMap((part) => bodiesIn(part, range, saboteur));
  if (bodies.length > 0) return bodies.map((body) => saboteur.body(body));
  if (touched.length === 0 && container.type.endsWith('block')) return [saboteur.body(container)];
  return parts.map((part) => saboteur.statement(part)).filter((splice) => splice !== undefined);
}

function innermostContainer(
  root: SyntaxNode,
  range: LineRange,
  { containers }: Saboteur,
): SyntaxNode {
  let innermost = root;
  walk(root, (node) => {
    if (!covers(linesOf(node), range)) return node === root;
    if (containers.has(node.type) && isInside(node, range)) innermost = node;
    return true;
  });
  return innermost;
}

/** Whether a range lies within a container, the lines of its braces left out. */
function isInside(container: SyntaxNode, range: LineRange): boolean {
  const { first, last } = linesOf(container);
  if (container.firstChild?.type !== '{') return true;
  return first < range.first && range.last < last;
}

/** Bodies of the outermost functions in a part that the range touches. */
function bodiesIn(
  part: SyntaxNode,
  range: LineRange,
  { functions }: Saboteur,
): readonly SyntaxNode[] {
  const bodies: SyntaxNode[] = [];
  walk(part, (node) => {
    if (!overlap(linesOf(node), range)) return false;
    if (!functions.has(node.type)) return true;
    const body = node.childForFieldName('body');
    if (body) bodies.push(body);
    return false;
  });
  return bodies;
}

/** Python has no braces: the statement goes on a line of its own where the block has lines. */
function raiseBefore(node: SyntaxNode): Splice {
  const text = node.tree.rootNode.text;
  const lineStart = text.lastIndexOf('\n', node.startIndex - 1) + 1;
  const before = text.slice(lineStart, node.startIndex);
  const ownLine = before.trim() === '';
  return insertion(node.startIndex, ownLine ? `${RAISE}\n${before}` : `${RAISE}; `);
}

function insertion(at: number, text: string): Splice {
  return { start: at, end: at, text };
}

function replacement({ startIndex, endIndex }: SyntaxNode, text: string): Splice {
  return { start: startIndex, end: endIndex, text };
}
