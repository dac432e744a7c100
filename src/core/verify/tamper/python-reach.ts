import { namedChildrenOf, walk } from '../../syntax/nodes';
import type { SyntaxNode } from '../../syntax/parsing';
import { createCollector, literalText, type Collector } from './collector';
import type { Reach } from './reach';

/** Modules that start programs, outlive the test, look into the interpreter, or reach the network. */
const POWERFUL_MODULES =
  /^(atexit|subprocess|multiprocessing|ctypes|socket|socketserver|http|urllib3|requests|httpx|aiohttp|signal|gc|builtins|importlib|imp|pkgutil|runpy|code|codeop|faulthandler|resource|pty|shutil|concurrent\.futures\.process)(\.|$)|^urllib\.request$/;
const TEST_MODULES = /^(pytest|_pytest|pluggy|unittest|nose|doctest|hypothesis)(\.|$)/;
const CURIOUS_MODULES = /^(inspect|traceback)(\.|$)/;

const OS =
  /^os\.(_exit|abort|kill|killpg|fork|forkpty|system|popen|exec\w+|spawn\w+|posix_spawn\w*|remove|unlink|rmdir|removedirs|rename|renames|replace|mkdir|makedirs|symlink|link|chmod|chown|truncate|write|open|dup2?|putenv|unsetenv|setsid|chdir)\b/;
const SYS =
  /^sys\.(exit|modules|settrace|setprofile|meta_path|path_hooks|path|excepthook|unraisablehook|stdout|stderr|stdin|setrecursionlimit|addaudithook|monitoring)\b/;
const CURIOUS_MEMBERS = /^sys\.(_getframe|_current_frames|argv|orig_argv)\b/;

const WRITING =
  /\.(write_text|write_bytes|unlink|touch|mkdir|rmdir|rename|symlink_to|hardlink_to|chmod)$/;

/** Names by which Python code gets at what is not its own. */
const INNER_NAMES =
  /^__(builtins__|subclasses__|globals__|code__|closure__|bases__|mro__|loader__|spec__|import__)$/;

const BUILTIN_CALLS = new Set(['exec', 'eval', 'compile', '__import__', 'globals', 'exit', 'quit']);
const LEAVING = new Set(['SystemExit', 'KeyboardInterrupt', 'GeneratorExit']);
const EQUALITY = new Set(['__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__', '__bool__']);

/** Assigned to, these change what others see. */
const SHARED = /^(builtins|sys|os|pytest|unittest|math|json|re|time|datetime|random)\./;

/** What a Python program takes hold of. */
export function pythonReaches(root: SyntaxNode): readonly Reach[] {
  const collector = createCollector();
  walk(root, (node) => {
    visit(node, collector);
    return true;
  });
  return collector.found;
}

function visit(node: SyntaxNode, collector: Collector): void {
  switch (node.type) {
    case 'import_statement':
      for (const name of namedChildrenOf(node))
        visitModule(node, (name.childForFieldName('name') ?? name).text, collector);
      break;
    case 'import_from_statement':
      visitFrom(node, collector);
      break;
    case 'call':
      visitCall(node, collector);
      break;
    case 'attribute':
      visitPath(node, node.text, collector);
      break;
    case 'assignment':
    case 'augmented_assignment':
      visitChange(node, node.childForFieldName('left'), collector);
      break;
    case 'delete_statement':
      visitChange(node, namedChildrenOf(node)[0] ?? null, collector);
      break;
    case 'identifier':
      if (INNER_NAMES.test(node.text)) collector.forbid(node, node.text);
      if (LEAVING.has(node.text)) collector.forbid(node, node.text);
      break;
    case 'string':
      if (/PYTEST_CURRENT_TEST|PYTEST_VERSION/.test(node.text))
        collector.doubt(node, 'whether a test runs');
      break;
    case 'function_definition':
      if (EQUALITY.has(node.childForFieldName('name')?.text ?? ''))
        collector.doubt(node, 'what a value equals');
      break;
    default:
  }
}

function visitModule(node: SyntaxNode, name: string, collector: Collector): void {
  if (POWERFUL_MODULES.test(name) || TEST_MODULES.test(name))
    collector.forbid(node, `the module ${name}`);
  if (CURIOUS_MODULES.test(name)) collector.doubt(node, `the module ${name}`);
}

function visitFrom(node: SyntaxNode, collector: Collector): void {
  const module = node.childForFieldName('module_name');
  if (!module) return;
  visitModule(node, module.text, collector);
  for (const name of namedChildrenOf(node).filter(({ id }) => id !== module.id)) {
    const imported = (name.childForFieldName('name') ?? name).text;
    visitPath(node, `${module.text}.${imported}`, collector);
    visitModule(node, `${module.text}.${imported}`, collector);
  }
}

function visitCall(node: SyntaxNode, collector: Collector): void {
  const callee = node.childForFieldName('function')?.text ?? '';
  const list = node.childForFieldName('arguments');
  const given = list ? namedChildrenOf(list) : [];
  if (BUILTIN_CALLS.has(callee)) collector.forbid(node, `${callee}()`);
  if (callee === 'open' || callee === 'io.open' || callee.endsWith('.open'))
    visitOpen(node, given, collector);
  const [target, name] = given;
  if (callee === 'setattr' || callee === 'delattr') visitChange(node, target ?? null, collector);
  if (callee === 'getattr' && /^(sys|os|builtins|__builtins__)$/.test(target?.text ?? ''))
    if (literalText(name) === undefined)
      collector.forbid(node, `a member of ${target?.text ?? ''} whose name is put together`);
    else visitPath(node, `${target?.text ?? ''}.${literalText(name) ?? ''}`, collector);
}

function visitOpen(node: SyntaxNode, given: readonly SyntaxNode[], collector: Collector): void {
  const mode = given.find(
    (argument, at) =>
      (at === 1 && argument.type === 'string') ||
      argument.childForFieldName('name')?.text === 'mode',
  );
  const text = literalText(mode?.childForFieldName('value') ?? mode);
  if (mode && (text === undefined || /[wax+]/.test(text)))
    collector.forbid(node, 'open() for writing');
}

function visitPath(node: SyntaxNode, path: string, collector: Collector): void {
  for (const pattern of [OS, SYS]) {
    const used = pattern.exec(path);
    if (used) collector.forbid(node, used[0]);
  }
  const asked = CURIOUS_MEMBERS.exec(path);
  if (asked) collector.doubt(node, asked[0]);
  const written = WRITING.exec(path);
  if (written && node.parent?.type === 'call') collector.forbid(node, `${written[1] ?? ''}()`);
}

function visitChange(node: SyntaxNode, target: SyntaxNode | null, collector: Collector): void {
  const path = target?.text ?? '';
  if (SHARED.test(`${path}.`) && (path.includes('.') || node.type === 'call'))
    collector.forbid(node, `a change of ${path}`);
  if (/\.__(class|dict|eq|call|getattribute)__$/.test(path))
    collector.forbid(node, `a change of ${path}`);
}
