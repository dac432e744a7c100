import type { LineRange } from '../api/task';
import { childrenOf, linesOf } from './nodes';
import type { SyntaxNode } from './parsing';

/** A function, method or class with a name. */
export interface NamedSite {
  readonly name: string;
  /** With the classes and functions around it: `Cart.total`. */
  readonly qualifiedName: string;
  readonly kind: 'function' | 'class';
  /** Decorators and `export` included. */
  readonly range: LineRange;
}

const FUNCTIONS = new Set([
  'function_declaration',
  'generator_function_declaration',
  'method_definition',
  'function_definition',
]);
const VALUES = new Set(['arrow_function', 'function_expression', 'generator_function', 'class']);
const CLASSES = new Set(['class_declaration', 'abstract_class_declaration', 'class_definition']);

/** What holds a value under a name: the field of the name, and the field of the value. */
const HOLDERS: Readonly<Record<string, readonly [name: string, value: string]>> = {
  variable_declarator: ['name', 'value'],
  assignment_expression: ['left', 'right'],
  pair: ['key', 'value'],
  field_definition: ['property', 'value'],
  public_field_definition: ['name', 'value'],
};

/** Nodes around a definition that belong to it. */
const WRAPPERS = new Set([
  'export_statement',
  'decorated_definition',
  'lexical_declaration',
  'variable_declaration',
  'expression_statement',
]);

/** All functions, methods and classes that have a name, outer before inner. */
export function namedSites(root: SyntaxNode): readonly NamedSite[] {
  const sites: NamedSite[] = [];
  const visit = (node: SyntaxNode, around: readonly string[]): void => {
    const found = nameOf(node);
    const names = found ? [...around, ...found.path] : around;
    if (found)
      sites.push({
        name: found.path.at(-1) ?? '',
        qualifiedName: names.join('.'),
        kind: found.kind,
        range: linesOf(wholeOf(node)),
      });
    for (const child of childrenOf(node)) visit(child, names);
  };
  visit(root, []);
  return sites;
}

interface Named {
  readonly path: readonly string[];
  readonly kind: NamedSite['kind'];
}

function nameOf(node: SyntaxNode): Named | undefined {
  if (FUNCTIONS.has(node.type)) return named(node.childForFieldName('name'), 'function');
  if (CLASSES.has(node.type)) return named(node.childForFieldName('name'), 'class');
  const holder = HOLDERS[node.type];
  if (!holder) return undefined;
  const value = node.childForFieldName(holder[1]);
  if (!value || !VALUES.has(value.type)) return undefined;
  return named(node.childForFieldName(holder[0]), value.type === 'class' ? 'class' : 'function');
}

function named(name: SyntaxNode | null, kind: Named['kind']): Named | undefined {
  if (!name) return undefined;
  const path = name.text
    .replace(/^(module\.exports|exports|this)\./, '')
    .replace('.prototype.', '.')
    .split('.');
  return path.every((part) => /^#?[\p{L}\p{N}_$]+$/u.test(part)) ? { path, kind } : undefined;
}

/** The definition with its decorators, its `export`, its `const`; not with its siblings. */
function wholeOf(node: SyntaxNode): SyntaxNode {
  let whole = node;
  for (;;) {
    const { parent } = whole;
    if (!parent || !WRAPPERS.has(parent.type)) return whole;
    const declares = childrenOf(parent).filter(({ type }) => type === 'variable_declarator');
    if (declares.length > 1) return whole;
    whole = parent;
  }
}
