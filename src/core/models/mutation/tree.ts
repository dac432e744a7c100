import { namedChildrenOf } from '../../syntax/nodes';
import type { SyntaxNode } from '../../syntax/parsing';
import { functionAround } from './names';
import { propertyOf } from './properties';

export const CALLS = ['call_expression', 'call'] as const;
export const ACCESSES = ['member_expression', 'attribute'] as const;
export const NUMBERS = ['number', 'integer', 'float'] as const;

const ACCESS_TYPES: ReadonlySet<string> = new Set(ACCESSES);
const CALL_TYPES: ReadonlySet<string> = new Set(CALLS);

export function isAccess({ type }: SyntaxNode): boolean {
  return ACCESS_TYPES.has(type);
}

export function isCall({ type }: SyntaxNode): boolean {
  return CALL_TYPES.has(type);
}

export function isNumber({ type }: SyntaxNode): boolean {
  return type === 'number' || type === 'integer' || type === 'float';
}

export function isSame(a: SyntaxNode | null | undefined, b: SyntaxNode | null): boolean {
  return a != null && a.id === b?.id;
}

/** Whether a node stands in a field of its parent. */
export function isField(node: SyntaxNode, ...fields: readonly string[]): boolean {
  return fields.some((field) => isSame(node.parent?.childForFieldName(field), node));
}

/** The arguments of a call, `new` included; empty for a tagged template. */
export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = call.childForFieldName('arguments');
  return list?.type === 'arguments' || list?.type === 'argument_list' ? namedChildrenOf(list) : [];
}

/** The call whose argument a node is. */
export function callAround(node: SyntaxNode): SyntaxNode | null {
  const list = node.parent;
  return list?.type === 'arguments' || list?.type === 'argument_list' ? list.parent : null;
}

export function calleeOf(call: SyntaxNode): SyntaxNode | null {
  return call.childForFieldName('function') ?? call.childForFieldName('constructor');
}

/** Name of the called function or method, without what is before its dot. */
export function calledName(call: SyntaxNode): string {
  const callee = calleeOf(call);
  if (!callee) return '';
  return (isAccess(callee) ? propertyOf(callee) : callee)?.text ?? '';
}

/** What a call's method is called on. */
export function receiverOf(call: SyntaxNode): SyntaxNode | null {
  const callee = calleeOf(call);
  return callee && isAccess(callee) ? callee.childForFieldName('object') : null;
}

const ATOMS = new Set([
  'identifier',
  'this',
  'member_expression',
  'attribute',
  'call_expression',
  'call',
  'subscript_expression',
  'subscript',
  'parenthesized_expression',
  'number',
  'integer',
  'float',
  'string',
  'template_string',
  'array',
  'list',
  'object',
  'dictionary',
  'non_null_expression',
]);

/** The text of an expression as an operand: in brackets unless it needs none. */
export function operand(node: SyntaxNode): string {
  return ATOMS.has(node.type) ? node.text : `(${node.text})`;
}

export function isAtom({ type }: SyntaxNode): boolean {
  return ATOMS.has(type);
}

/** Whether an identifier is read or written as a variable, and not declared or a mere key. */
export function isReference(node: SyntaxNode): boolean {
  if (node.type !== 'identifier') return false;
  const { parent } = node;
  if (!parent) return false;
  switch (parent.type) {
    case 'attribute':
      return isField(node, 'object');
    case 'keyword_argument':
    case 'default_parameter':
    case 'typed_default_parameter':
    case 'assignment_pattern':
    case 'object_assignment_pattern':
    case 'required_parameter':
    case 'optional_parameter':
      return isField(node, 'value', 'right');
    case 'variable_declarator':
    case 'pair':
      return isField(node, 'value');
    case 'for_in_statement':
    case 'for_statement':
    case 'for_in_clause':
      return !isField(node, 'left');
    case 'arrow_function':
      return isField(node, 'body');
    case 'assignment':
    case 'type':
    case 'formal_parameters':
    case 'parameters':
    case 'lambda_parameters':
    case 'pair_pattern':
    case 'array_pattern':
    case 'pattern_list':
    case 'tuple_pattern':
    case 'rest_pattern':
    case 'list_splat_pattern':
    case 'typed_parameter':
    case 'catch_clause':
    case 'as_pattern_target':
    case 'dotted_name':
    case 'import_specifier':
    case 'import_clause':
    case 'namespace_import':
    case 'labeled_statement':
    case 'break_statement':
    case 'continue_statement':
    case 'global_statement':
    case 'nonlocal_statement':
      return parent.type === 'assignment' && isField(node, 'right');
    default:
      return !isField(node, 'name');
  }
}

/** Whether a node is the target of an assignment. */
export function isTarget(node: SyntaxNode): boolean {
  return isField(node, 'left') && /assignment/.test(node.parent?.type ?? '');
}

const ASYNC = /^(async|export async|public async|static async|private async)\b/;

/** Whether `await` may stand at a node. */
export function isInAsync(node: SyntaxNode): boolean {
  const around = functionAround(node);
  if (!around) return false;
  return ASYNC.test(around.text) || around.children.some((child) => child?.type === 'async');
}

/** What stands on the other side of the operator that a node is an operand of. */
export function otherOperand(node: SyntaxNode): SyntaxNode | undefined {
  const { parent } = node;
  if (!parent || !/^(binary|comparison|boolean)/.test(parent.type)) return undefined;
  return namedChildrenOf(parent).find(({ id }) => id !== node.id);
}
