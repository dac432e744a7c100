import type { LanguageId } from '../api/language';
import type { LineRange } from '../api/task';
import { childrenOf, namedChildrenOf } from './nodes';
import type { SyntaxNode } from './parsing';
import { recordingSplices } from './recording';
import { selectedFunctions } from './selected-functions';
import type { Splice } from './splice';

/** A function that code at the end of its module can call by its name. */
export interface TopLevelFunction {
  /** The name by which the module calls it: `total`, `module.exports.total`. */
  readonly callee: string;
  readonly isAsync: boolean;
  /** Makes it record its arguments; undefined where they cannot be named. */
  readonly recording: readonly Splice[] | undefined;
}

/** The one function that a selection means, or why there is none to be called. */
export type Chosen =
  | { readonly kind: 'function'; readonly callee: string }
  | { readonly kind: 'unsuitable'; readonly reason: string };

const VALUES = new Set(['arrow_function', 'function_expression', 'generator_function']);
const FUNCTIONS = new Set([
  ...VALUES,
  'function_declaration',
  'generator_function_declaration',
  'method_definition',
  'function_definition',
  'lambda',
]);
const CLASSES = new Set([
  'class',
  'class_declaration',
  'abstract_class_declaration',
  'class_definition',
]);
const AROUND_DECLARATIONS = new Set([
  'export_statement',
  'lexical_declaration',
  'variable_declaration',
  'expression_statement',
]);
const AROUND_VALUES = new Set([
  'parenthesized_expression',
  'as_expression',
  'satisfies_expression',
]);

/** Decorators that leave a function what it is for those who call it. */
const HARMLESS = /^@(functools\.)?(lru_cache|cache)\b/;

/** The top-level function that a selection stands in or consists of. */
export function chosenFunction(root: SyntaxNode, range: LineRange): Chosen {
  const outer = new Map<number, SyntaxNode>();
  for (const site of selectedFunctions(root, range)) {
    const { node, inClass } = outermost(site);
    if (inClass)
      return unsuitable('the selection is a method, and those are not called by themselves');
    outer.set(node.id, node);
  }
  const [only, ...others] = outer.values();
  if (!only) return unsuitable('the selection is not in a function');
  if (others.length > 0) return unsuitable('the selection is more than one function');
  const callee = calleeOf(only);
  if (callee === undefined)
    return unsuitable('the selection is not in a function that its module can call by a name');
  if (isAsync(only)) return unsuitable('the function is asynchronous');
  return { kind: 'function', callee };
}

/** The top-level function of this name; the last one where there are several. */
export function topLevelFunction(
  root: SyntaxNode,
  language: LanguageId,
  callee: string,
): TopLevelFunction | undefined {
  const site = functionsBelow(root).findLast((each) => calleeOf(each) === callee);
  return site && { callee, isAsync: isAsync(site), recording: recordingSplices(site, language) };
}

function unsuitable(reason: string): Chosen {
  return { kind: 'unsuitable', reason };
}

function outermost(site: SyntaxNode): { readonly node: SyntaxNode; readonly inClass: boolean } {
  let node = site;
  let inClass = false;
  for (let around = site.parent; around; around = around.parent) {
    if (CLASSES.has(around.type)) inClass = true;
    if (!around.isNamed || !FUNCTIONS.has(around.type)) continue;
    // A class within a function is that function's own affair.
    node = around;
    inClass = false;
  }
  return { node, inClass };
}

/** Functions that are declared, or given a name, in the statements of a module. */
function functionsBelow(node: SyntaxNode): readonly SyntaxNode[] {
  return namedChildrenOf(node).flatMap((child) => {
    if (FUNCTIONS.has(child.type)) return [child];
    const opens =
      AROUND_DECLARATIONS.has(child.type) ||
      AROUND_VALUES.has(child.type) ||
      /^(variable_declarator|assignment_expression|decorated_definition)$/.test(child.type);
    return opens ? functionsBelow(child) : [];
  });
}

/** The name by which a module can call a function; undefined where there is none. */
function calleeOf(site: SyntaxNode): string | undefined {
  if (VALUES.has(site.type)) return calleeOfValue(site);
  if (/^(method_definition|lambda)$/.test(site.type)) return undefined;
  const { parent } = site;
  if (parent?.type === 'decorated_definition') {
    const decorators = childrenOf(parent).filter(({ type }) => type === 'decorator');
    if (!decorators.every(({ text }) => HARMLESS.test(text))) return undefined;
    return isTop(parent.parent) ? site.childForFieldName('name')?.text : undefined;
  }
  return isTop(parent) ? site.childForFieldName('name')?.text : undefined;
}

function calleeOfValue(value: SyntaxNode): string | undefined {
  let node = value;
  while (node.parent && AROUND_VALUES.has(node.parent.type)) node = node.parent;
  const holder = node.parent;
  if (!holder || !isTop(holder.parent)) return undefined;
  if (holder.type === 'variable_declarator') return plain(holder.childForFieldName('name'));
  return holder.type === 'assignment_expression'
    ? plain(holder.childForFieldName('left'))
    : undefined;
}

function plain(name: SyntaxNode | null): string | undefined {
  return name && /^[\p{L}\p{N}_$.]+$/u.test(name.text) ? name.text : undefined;
}

/** Whether a node stands in a module without any statement around it. */
function isTop(node: SyntaxNode | null): boolean {
  if (!node) return false;
  if (node.type === 'program' || node.type === 'module') return true;
  return AROUND_DECLARATIONS.has(node.type) && isTop(node.parent);
}

function isAsync(site: SyntaxNode): boolean {
  return childrenOf(site).some(({ type }) => type === 'async');
}
