import { namedChildrenOf } from '../../syntax/nodes';
import type { SyntaxNode } from '../../syntax/parsing';

export interface Declared {
  readonly name: string;
  readonly kind: 'parameter' | 'variable' | 'function' | 'class' | 'import';
  /** Where the declaration ends, an initial value included. */
  readonly end: number;
  /** Usable before its declaration. */
  readonly hoisted: boolean;
  /** Names of the parameters, for a function. */
  readonly parameters?: readonly string[];
  /** Text of the initial value, where there is one. */
  readonly value?: string;
}

/** Which field of a node holds the names that it declares, and how. */
const DECLARATIONS: Readonly<Record<string, readonly [field: string, kind: Declared['kind']]>> = {
  variable_declarator: ['name', 'variable'],
  for_in_statement: ['left', 'variable'],
  catch_clause: ['parameter', 'variable'],
  function_declaration: ['name', 'function'],
  generator_function_declaration: ['name', 'function'],
  class_declaration: ['name', 'class'],
  assignment: ['left', 'variable'],
  for_statement: ['left', 'variable'],
  for_in_clause: ['left', 'variable'],
  named_expression: ['name', 'variable'],
  function_definition: ['name', 'function'],
  class_definition: ['name', 'class'],
};

const PARAMETER_LISTS = new Set(['formal_parameters', 'parameters', 'lambda_parameters']);
const IMPORTS = new Set(['import_clause', 'import_specifier', 'namespace_import']);
const PYTHON_IMPORTS = new Set(['import_statement', 'import_from_statement']);
const NAMES = new Set(['identifier', 'shorthand_property_identifier_pattern']);
const CALLABLE = /^(async\s*)?(\([^)]*\)|[\w$]+)\s*(:[^=]+)?=>|^(async )?function\b|^lambda\b/;

/** The names that a node declares by itself, what is below it left out. */
export function declaredBy(node: SyntaxNode): readonly Declared[] {
  const { type } = node;
  if (PARAMETER_LISTS.has(type))
    return namedChildrenOf(node).flatMap((parameter) =>
      named(parameter, 'parameter', node.endIndex),
    );
  if (type === 'arrow_function') {
    const single = node.childForFieldName('parameter');
    return single ? named(single, 'parameter', single.endIndex) : [];
  }
  if (IMPORTS.has(type)) return imported(node);
  if (PYTHON_IMPORTS.has(type)) return importedInPython(node);
  const declaration = DECLARATIONS[type];
  if (!declaration) return [];
  const [field, kind] = declaration;
  const target = node.childForFieldName(field);
  if (!target) return [];
  // A loop's variable is there in its body, which is part of the loop.
  const end =
    type.startsWith('for_') || kind === 'class' || type === 'catch_clause'
      ? target.endIndex
      : node.endIndex;
  return named(target, kind, end).map((declared) => ({ ...declared, ...valueOf(node) }));
}

function valueOf(node: SyntaxNode): Partial<Declared> {
  const parameters = node.childForFieldName('parameters');
  if (parameters) return { parameters: parametersOf(parameters) };
  const value = node.childForFieldName('value') ?? node.childForFieldName('right');
  if (!value || node.type.startsWith('for_')) return {};
  const list = value.childForFieldName('parameters');
  const single = value.childForFieldName('parameter');
  const isCallable = CALLABLE.test(value.text);
  return {
    value: value.text,
    ...(isCallable && {
      kind: 'function',
      parameters: list ? parametersOf(list) : [single?.text ?? ''],
    }),
  };
}

function parametersOf(list: SyntaxNode): readonly string[] {
  return namedChildrenOf(list).map((parameter) => /^[\w$]*/.exec(parameter.text)?.[0] ?? '');
}

function imported(node: SyntaxNode): readonly Declared[] {
  const name = node.childForFieldName('alias') ?? node.childForFieldName('name');
  const names = name ? [name] : namedChildrenOf(node).filter(({ type }) => type === 'identifier');
  return names.flatMap((found) => named(found, 'import', node.endIndex));
}

function importedInPython(node: SyntaxNode): readonly Declared[] {
  const module = node.childForFieldName('module_name');
  return namedChildrenOf(node)
    .filter(({ id }) => id !== module?.id)
    .flatMap((found) => {
      const name = found.childForFieldName('alias') ?? namedChildrenOf(found)[0] ?? found;
      return named(name, 'import', node.endIndex);
    });
}

/** The names in a pattern; default values and types are none. */
function named(node: SyntaxNode, kind: Declared['kind'], end: number): readonly Declared[] {
  if (NAMES.has(node.type))
    return [{ name: node.text, kind, end, hoisted: kind === 'function' || kind === 'import' }];
  switch (node.type) {
    case 'assignment_pattern':
    case 'object_assignment_pattern':
      return inField(node, 'left', kind, end);
    case 'default_parameter':
    case 'typed_default_parameter':
      return inField(node, 'name', kind, end);
    case 'required_parameter':
    case 'optional_parameter':
      return inField(node, 'pattern', kind, end);
    case 'pair_pattern':
      return inField(node, 'value', kind, end);
    case 'typed_parameter':
      return namedChildrenOf(node)
        .slice(0, 1)
        .flatMap((child) => named(child, kind, end));
    case 'array_pattern':
    case 'object_pattern':
    case 'rest_pattern':
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_splat_pattern':
    case 'dictionary_splat_pattern':
    case 'lexical_declaration':
      return namedChildrenOf(node).flatMap((child) => named(child, kind, end));
    default:
      return [];
  }
}

function inField(node: SyntaxNode, field: string, kind: Declared['kind'], end: number) {
  const inner = node.childForFieldName(field);
  return inner ? named(inner, kind, end) : [];
}
