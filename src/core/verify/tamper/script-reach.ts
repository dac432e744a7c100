import { childrenOf, namedChildrenOf, walk } from '../../syntax/nodes';
import type { SyntaxNode } from '../../syntax/parsing';
import { createCollector, literalText, type Collector } from './collector';
import type { Reach } from './reach';

const GLOBAL_OBJECTS = new Set(['globalThis', 'global', 'window', 'self', 'top']);

const PROCESS =
  /^process\.(exit|abort|kill|reallyExit|exitCode|on|once|addListener|prepend\w+|emit|emitWarning|remove\w+|binding|_\w+|dlopen|getBuiltinModule|mainModule|chdir|send|disconnect|setUncaught\w+|report|setuid|setgid)\b/;

/** Modules that start programs or threads, look into the engine, or reach the network. */
const POWERFUL_MODULES =
  /^(child_process|cluster|worker_threads|inspector|vm|v8|repl|module|wasi|net|http|https|http2|dgram|dns|tls)(\/|$)/;
const TEST_MODULES =
  /^(node:test|mocha|jest|vitest|chai|ava|tap|tape|expect|sinon|should|@jest\/|@vitest\/|jest-)/;

const WRITING =
  /^(write|append|rm|unlink|mkdir|mkdtemp|rename|copy|cp|symlink|link|truncate|ftruncate|chmod|lchmod|fchmod|chown|utimes|lutimes|open|createWriteStream)/;

/** What belongs to everybody: whoever changes it changes the tests too. */
const SHARED = new Set(
  'Object Array String Number Boolean BigInt Function Promise Map Set WeakMap WeakSet Date Math JSON Symbol Error TypeError RangeError SyntaxError RegExp Reflect Proxy Intl console process globalThis global window self assert expect chai should describe it test suite vi jest performance setTimeout setInterval setImmediate clearTimeout queueMicrotask structuredClone require module Buffer'.split(
    ' ',
  ),
);
/** Part of CommonJS, and the only way to export. */
const EXPORTING = /^(module\.exports|exports)\b/;

const TEST_FUNCTIONS = new Set(
  'describe it test expect suite beforeEach beforeAll afterEach afterAll setup teardown'.split(' '),
);

const CHANGING =
  /^(Object\.(defineProperty|defineProperties|assign|setPrototypeOf|freeze|seal|preventExtensions)|Reflect\.(set|defineProperty|setPrototypeOf|deleteProperty))$/;

const NETWORK = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']);

/** A name by which a value tells jest and vitest that it equals anything. */
const EQUALS_ALL = /asymmetricMatch/;

const WHO_CALLS =
  /^(process\.(argv|execArgv|title)|require\.main|module\.parent|import\.meta\.(vitest|jest)|arguments\.callee|Error\.(prepareStackTrace|captureStackTrace|stackTraceLimit)|process\.env\.(JEST_\w+|VITEST\w*|NODE_TEST\w*|MOCHA\w*|npm_\w+))\b/;

/** Types are gone before the program runs. */
const TYPES = new Set(['type_annotation', 'type_alias_declaration', 'interface_declaration']);

/** What a JavaScript or TypeScript program takes hold of. */
export function scriptReaches(root: SyntaxNode): readonly Reach[] {
  const collector = createCollector();
  const declared = declaredNames(root);
  const files = fileModuleNames(root);
  walk(root, (node) => {
    visit(node, collector, declared, files);
    return !TYPES.has(node.type);
  });
  return collector.found;
}

function visit(
  node: SyntaxNode,
  collector: Collector,
  declared: ReadonlySet<string>,
  files: ReadonlySet<string>,
): void {
  switch (node.type) {
    case 'import_statement':
    case 'export_statement':
      visitModule(node, literalText(node.childForFieldName('source')), collector);
      break;
    case 'call_expression':
      visitCall(node, collector, declared);
      break;
    case 'new_expression':
      visitNew(node, collector);
      break;
    case 'member_expression':
    case 'subscript_expression':
      visitMember(node, collector, files);
      break;
    case 'assignment_expression':
    case 'augmented_assignment_expression':
      visitChange(node, node.childForFieldName('left'), collector, declared);
      break;
    case 'update_expression':
      visitChange(node, node.childForFieldName('argument'), collector, declared);
      break;
    case 'unary_expression':
      if (node.childForFieldName('operator')?.text === 'delete')
        visitChange(node, node.childForFieldName('argument'), collector, declared);
      break;
    case 'variable_declarator':
      visitTaking(node, collector);
      break;
    case 'property_identifier':
    case 'string':
      if (EQUALS_ALL.test(node.text)) collector.forbid(node, 'what equals anything');
      break;
    case 'identifier':
      visitName(node, collector, declared);
      break;
    case 'method_definition':
    case 'pair':
      visitProperty(node, collector);
      break;
    default:
  }
}

function visitModule(node: SyntaxNode, name: string | undefined, collector: Collector): void {
  if (name === undefined) return;
  const bare = TEST_MODULES.test(name) ? name : name.replace(/^node:/, '');
  if (POWERFUL_MODULES.test(bare) || TEST_MODULES.test(bare))
    collector.forbid(node, `the module ${bare}`);
  if (!/^fs(\/promises)?$/.test(bare)) return;
  for (const specifier of node.descendantsOfType('import_specifier')) {
    const imported = specifier?.childForFieldName('name')?.text ?? '';
    if (WRITING.test(imported)) collector.forbid(node, `fs.${imported}`);
  }
}

function visitCall(node: SyntaxNode, collector: Collector, declared: ReadonlySet<string>): void {
  const callee = node.childForFieldName('function');
  const first = argumentsOf(node)[0];
  const name = callee ? pathOf(callee) : undefined;
  if (name === 'require' || callee?.type === 'import') {
    const module = literalText(first);
    if (module === undefined) collector.forbid(node, 'a module whose name is put together');
    else visitModule(node, module, collector);
    return;
  }
  if (name === 'eval' || name === 'Function') collector.forbid(node, `${name}()`);
  if (name !== undefined && /(^|\.)constructor$/.test(name))
    collector.forbid(node, 'Function() by way of a constructor');
  if (name !== undefined && TEST_FUNCTIONS.has(name) && !declared.has(name))
    collector.forbid(node, `${name}() of the tests`);
  if (name !== undefined && CHANGING.test(name))
    visitChange(node, first ?? null, collector, declared);
}

function visitNew(node: SyntaxNode, collector: Collector): void {
  const name = node.childForFieldName('constructor')?.text;
  if (name === 'Function') collector.forbid(node, 'Function()');
  if (name === 'Proxy') collector.doubt(node, 'a Proxy');
}

function visitMember(node: SyntaxNode, collector: Collector, files: ReadonlySet<string>): void {
  if (node.type === 'subscript_expression') visitComputed(node, collector);
  const path = pathOf(node);
  if (path === undefined) return;
  const used = PROCESS.exec(path);
  if (used) collector.forbid(node, used[0]);
  const asked = WHO_CALLS.exec(path);
  if (asked) collector.doubt(node, asked[0]);
  if (/^require\.(cache|extensions)\b|^module\.(constructor|children|_\w+)/.test(path))
    collector.forbid(node, path);
  if (/\.stack$/.test(path)) collector.doubt(node, 'the call stack');
  if (/\.constructor\.constructor$/.test(path))
    collector.forbid(node, 'Function() by way of a constructor');
  if (path === 'Symbol.toPrimitive') collector.doubt(node, 'what a value equals');
  const at = path.lastIndexOf('.');
  const member = path.slice(at + 1);
  const owner = path.slice(0, at).replace(/\.promises$/, '');
  if (files.has(owner) && WRITING.test(member)) collector.forbid(node, `fs.${member}`);
}

function visitComputed(node: SyntaxNode, collector: Collector): void {
  const owner = node.childForFieldName('object')?.text ?? '';
  const index = node.childForFieldName('index');
  if (literalText(index) !== undefined || index?.type === 'number') return;
  if (GLOBAL_OBJECTS.has(owner) || /^(process|require|module|Reflect)$/.test(owner))
    collector.forbid(node, `a member of ${owner} whose name is put together`);
}

function visitChange(
  node: SyntaxNode,
  target: SyntaxNode | null,
  collector: Collector,
  declared: ReadonlySet<string>,
): void {
  if (!target) return;
  const path = pathOf(target) ?? pathOf(target.childForFieldName('object') ?? target) ?? '';
  const root = path.split('.')[0] ?? '';
  if (EXPORTING.test(path)) return;
  const everybodys = SHARED.has(root) && !declared.has(root);
  // The runner's own tools are shared even where they are imported.
  if (everybodys || (/^(assert|expect|chai)$/.test(root) && path !== root))
    collector.forbid(node, `a change of ${path}`);
  if (GLOBAL_OBJECTS.has(target.text)) collector.forbid(node, `a change of ${target.text}`);
}

/** `const { exit } = process`, and a name for what should be used by its own. */
function visitTaking(node: SyntaxNode, collector: Collector): void {
  const value = node.childForFieldName('value');
  const pattern = node.childForFieldName('name');
  const from = value ? pathOf(value) : undefined;
  if (from === undefined || pattern?.type !== 'object_pattern') return;
  for (const part of namedChildrenOf(pattern)) {
    const key = (part.childForFieldName('key') ?? part).text;
    const used = PROCESS.exec(`${from}.${key}`) ?? WHO_CALLS.exec(`${from}.${key}`);
    if (used) collector.forbid(node, used[0]);
  }
  const module = value?.type === 'call_expression' ? literalText(argumentsOf(value)[0]) : undefined;
  if (module !== undefined && /^(node:)?fs(\/promises)?$/.test(module))
    for (const part of namedChildrenOf(pattern)) {
      const key = (part.childForFieldName('key') ?? part).text;
      if (WRITING.test(key)) collector.forbid(node, `fs.${key}`);
    }
}

function visitName(node: SyntaxNode, collector: Collector, declared: ReadonlySet<string>): void {
  const name = node.text;
  if (declared.has(name)) return;
  if (NETWORK.has(name)) collector.forbid(node, name);
  const inMember =
    node.parent?.type === 'member_expression' || node.parent?.type === 'subscript_expression';
  const isTaken = node.parent?.childForFieldName('name')?.type === 'object_pattern';
  if ((name === 'process' || GLOBAL_OBJECTS.has(name)) && !inMember && !isTaken && !isTypeof(node))
    if (name !== 'top' && name !== 'self') collector.forbid(node, `${name} as a value`);
}

function isTypeof({ parent }: SyntaxNode): boolean {
  return parent?.type === 'unary_expression' && parent.text.startsWith('typeof');
}

function visitProperty(node: SyntaxNode, collector: Collector): void {
  const key = node.childForFieldName('name') ?? node.childForFieldName('key');
  if (key?.text === 'valueOf') collector.doubt(node, 'what a value equals');
}

const WRAPPING = new Set([
  'parenthesized_expression',
  'non_null_expression',
  'as_expression',
  'satisfies_expression',
]);

/** `a.b['c']` as `a.b.c`, without the global object in front; undefined for anything else. */
function pathOf(node: SyntaxNode): string | undefined {
  if (/^(identifier|this|property_identifier|super)$/.test(node.type)) return node.text;
  if (node.type === 'meta_property') return node.text;
  if (WRAPPING.has(node.type)) {
    const inner = namedChildrenOf(node)[0];
    return inner ? pathOf(inner) : undefined;
  }
  if (node.type === 'call_expression') {
    const module = pathOf(node.childForFieldName('function') ?? node);
    const name = literalText(argumentsOf(node)[0]);
    return module === 'require' && name !== undefined
      ? name.replace(/^node:/, '').replace('/promises', '')
      : undefined;
  }
  const object = node.childForFieldName('object');
  const property =
    node.type === 'subscript_expression'
      ? literalText(node.childForFieldName('index'))
      : node.childForFieldName('property')?.text;
  if (!object || property === undefined) return undefined;
  const owner = pathOf(object) ?? '?';
  return GLOBAL_OBJECTS.has(owner) ? property : `${owner}.${property}`;
}

function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = call.childForFieldName('arguments');
  return list ? namedChildrenOf(list) : [];
}

/** Names that the file itself gives to something. */
function declaredNames(root: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>();
  walk(root, (node) => {
    if (node.type === 'identifier' || node.type === 'shorthand_property_identifier_pattern') {
      if (isDeclaration(node)) names.add(node.text);
    }
    return true;
  });
  return names;
}

const DECLARING = new Set([
  'variable_declarator',
  'function_declaration',
  'generator_function_declaration',
  'class_declaration',
  'import_clause',
  'import_specifier',
  'namespace_import',
  'formal_parameters',
  'required_parameter',
  'optional_parameter',
  'rest_pattern',
  'array_pattern',
  'object_pattern',
  'pair_pattern',
  'catch_clause',
]);

function isDeclaration(node: SyntaxNode): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (parent.type === 'arrow_function')
    return parent.childForFieldName('parameter')?.id === node.id;
  if (parent.type === 'variable_declarator')
    return parent.childForFieldName('name')?.id === node.id;
  if (parent.type === 'assignment_pattern') return parent.childForFieldName('left')?.id === node.id;
  return DECLARING.has(parent.type);
}

/** Names that stand for the module `fs`. */
function fileModuleNames(root: SyntaxNode): ReadonlySet<string> {
  const names = new Set(['fs']);
  walk(root, (node) => {
    const source = literalText(node.childForFieldName('source'));
    if (node.type === 'import_statement' && /^(node:)?fs(\/promises)?$/.test(source ?? ''))
      for (const clause of childrenOf(node))
        for (const each of clause.descendantsOfType('identifier')) if (each) names.add(each.text);
    if (node.type === 'variable_declarator') {
      const name = node.childForFieldName('name');
      if (name?.type === 'identifier' && pathOf(node.childForFieldName('value') ?? node) === 'fs')
        names.add(name.text);
    }
    return true;
  });
  return names;
}
