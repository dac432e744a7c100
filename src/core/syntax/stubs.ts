import type { LanguageId } from '../api/language';
import type { LineRange } from '../api/task';
import { childrenOf, namedChildrenOf, walk } from './nodes';
import type { SyntaxNode } from './parsing';
import { selectedFunctions } from './selected-functions';
import type { Splice } from './splice';

/** A trivial body for the selection. */
export interface StubEdit {
  /** What the body does, as code: `return 0`. */
  readonly name: string;
  readonly splices: readonly Splice[];
}

/** Parameters that are handed back unchanged. */
const MAX_PARAMETERS = 3;

/** Most telling first: what a body that was never written gives, then the commonest answers. */
const SCRIPT_VALUES = ['undefined', 'true', 'false', 'null', '0', "''", '[]', '1', '{}'];
const PYTHON_VALUES = ['None', 'True', 'False', '0', "''", '[]', '1', '{}'];

/**
 * Trivial bodies for the functions that a selection means, most telling first: each given value
 * (`guesses`, code of the same language), each parameter unchanged, each of the usual constants.
 * What stood in a body stays behind the return, so that types and names still fit, and a generator
 * stays one. Empty where the selection has no function.
 */
export function stubEdits(
  root: SyntaxNode,
  language: LanguageId,
  range: LineRange,
  guesses: readonly string[],
): readonly StubEdit[] {
  const all = selectedFunctions(root, range).filter((site) => site.childForFieldName('body'));
  const sites = all.length > 1 ? all.filter((site) => !givesNothing(site)) : all;
  const [first] = sites;
  if (!first) return [];
  const python = language === 'python';
  const nothing = python ? 'None' : 'undefined';
  if (sites.every((site) => givesNothing(site) || yields(site)))
    return sites.every((site) => doesOnly(site, nothing))
      ? []
      : [{ name: `return ${nothing}`, splices: sites.map((site) => bare(site, python)) }];
  const values = [
    ...guesses,
    ...(sites.length === 1 ? parametersOf(first) : []),
    ...(python ? PYTHON_VALUES : SCRIPT_VALUES),
  ];
  const typed = language === 'typescript' || language === 'tsx';
  const telling = [...new Set(values)].filter(
    (value) => !sites.every((site) => doesOnly(site, value)),
  );
  return telling.map((value) => ({
    name: `return ${value}`,
    splices: sites.map((site) =>
      givesNothing(site) || yields(site)
        ? bare(site, python)
        : giving(site, typed ? `${value} as never` : value, python),
    ),
  }));
}

/** Whether a function is as trivial as this already, so that the stub would change nothing. */
function doesOnly(site: SyntaxNode, value: string): boolean {
  const body = bodyOf(site);
  const isNothing = value === 'undefined' || value === 'None';
  if (body.type !== 'block' && body.type !== 'statement_block') return body.text === value;
  const [first] = namedChildrenOf(body);
  const text = first?.text.replace(/;$/, '').trim();
  if (text === `return ${value}`) return true;
  return isNothing && (text === undefined || text === 'return' || text === 'pass');
}

/** What a function gives back means nothing: a constructor, a setter. */
function givesNothing(site: SyntaxNode): boolean {
  const name = site.childForFieldName('name')?.text;
  if (site.type === 'function_definition') return name === '__init__';
  if (site.type !== 'method_definition') return false;
  return name === 'constructor' || childrenOf(site).some(({ type }) => type === 'set');
}

/** Whether a function is a generator: it gives what it yields, and so only ever ends early. */
function yields(site: SyntaxNode): boolean {
  if (site.type.startsWith('generator_')) return true;
  if (site.type === 'method_definition' && childrenOf(site).some(({ type }) => type === '*'))
    return true;
  if (site.type !== 'function_definition') return false;
  let found = false;
  const body = site.childForFieldName('body');
  if (body)
    walk(body, ({ type }) => {
      found ||= type === 'yield';
      return type !== 'function_definition' && type !== 'lambda';
    });
  return found;
}

function parametersOf(site: SyntaxNode): readonly string[] {
  const single = site.childForFieldName('parameter');
  const list = site.childForFieldName('parameters');
  const parameters = single ? [single] : list ? namedChildrenOf(list) : [];
  return parameters
    .flatMap((parameter) => nameOf(parameter) ?? [])
    .filter((name) => name !== 'self' && name !== 'cls' && name !== 'this')
    .slice(0, MAX_PARAMETERS);
}

/** The name that a parameter has in the body; undefined for one that is taken apart. */
function nameOf(parameter: SyntaxNode): string | undefined {
  if (parameter.type === 'identifier') return parameter.text;
  for (const field of ['pattern', 'left', 'name']) {
    const inner = parameter.childForFieldName(field);
    if (inner) return nameOf(inner);
  }
  if (/^(rest_pattern|typed_parameter|list_splat_pattern)$/.test(parameter.type)) {
    const [inner] = namedChildrenOf(parameter);
    return inner && nameOf(inner);
  }
  return undefined;
}

/** Makes a function give a value at once. */
function giving(site: SyntaxNode, value: string, python: boolean): Splice {
  const body = bodyOf(site);
  if (body.type === 'block' || body.type === 'statement_block')
    return atStart(body, `return ${value}`, python);
  const text = python || !value.startsWith('{') ? value : `(${value})`;
  return { start: body.startIndex, end: body.endIndex, text };
}

/** Makes a function end at once. */
function bare(site: SyntaxNode, python: boolean): Splice {
  return atStart(bodyOf(site), 'return', python);
}

function bodyOf(site: SyntaxNode): SyntaxNode {
  const body = site.childForFieldName('body');
  if (!body) throw new Error('a function without a body cannot be stubbed');
  return body;
}

/** Puts a statement first in a body, on a line of its own where the body has lines. */
function atStart(body: SyntaxNode, statement: string, python: boolean): Splice {
  const end = python ? '' : ';';
  const next = firstStatement(body, python);
  if (!next) {
    const at = body.startIndex + 1;
    return { start: at, end: at, text: ` ${statement}${end} ` };
  }
  const text = body.tree.rootNode.text;
  const before = text.slice(text.lastIndexOf('\n', next.startIndex - 1) + 1, next.startIndex);
  const separator = before.trim() === '' ? `${end}\n${before}` : python ? '; ' : `${end} `;
  return { start: next.startIndex, end: next.startIndex, text: statement + separator };
}

/** The first statement of a body; in Python the one after the docstring, if there is another. */
function firstStatement(body: SyntaxNode, python: boolean): SyntaxNode | undefined {
  const [first, second] = namedChildrenOf(body);
  const isDocstring =
    python && first?.type === 'expression_statement' && first.firstChild?.type === 'string';
  return isDocstring && second ? second : first;
}
