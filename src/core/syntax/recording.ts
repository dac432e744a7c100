import type { LanguageId } from '../api/language';
import { namedChildrenOf } from './nodes';
import type { SyntaxNode } from './parsing';
import type { Splice } from './splice';

/** The name that Winnow's code has at the end of a module; it is undefined until that has run. */
export const HARNESS = { script: 'winnowHarness', python: '_winnow_harness' } as const;

/**
 * The changes that make a function hand over its arguments to `record` of the harness, before
 * anything else. Undefined where its arguments cannot be named.
 */
export function recordingSplices(
  site: SyntaxNode,
  language: LanguageId,
): readonly Splice[] | undefined {
  const body = site.childForFieldName('body');
  if (!body) return undefined;
  if (language === 'python') return [pythonRecording(body)];
  const given = site.type === 'arrow_function' ? namesOf(site) : 'arguments';
  if (given === undefined) return undefined;
  const { script } = HARNESS;
  const recording = `\n// @ts-ignore\n${script} && ${script}.record(${given})`;
  if (body.type === 'statement_block') {
    const at = directiveOf(body)?.endIndex ?? body.startIndex + 1;
    return [{ start: at, end: at, text: `;${recording};\n` }];
  }
  const { startIndex, endIndex } = body;
  return [
    { start: startIndex, end: startIndex, text: `(${recording},\n` },
    { start: endIndex, end: endIndex, text: ')' },
  ];
}

/** `'use strict'` must stay in front. */
function directiveOf(body: SyntaxNode): SyntaxNode | undefined {
  const [first] = namedChildrenOf(body);
  return first?.type === 'expression_statement' && first.firstChild?.type === 'string'
    ? first
    : undefined;
}

/** An arrow function's parameters as an array; undefined where one of them is taken apart. */
function namesOf(arrow: SyntaxNode): string | undefined {
  const single = arrow.childForFieldName('parameter');
  if (single) return `[${single.text}]`;
  const list = arrow.childForFieldName('parameters');
  const names = (list ? namedChildrenOf(list) : []).map(nameOf);
  return names.every((name) => name !== undefined) ? `[${names.join(', ')}]` : undefined;
}

function nameOf(parameter: SyntaxNode): string | undefined {
  if (parameter.type === 'identifier') return parameter.text;
  if (parameter.type === 'rest_pattern') {
    const [inner] = namedChildrenOf(parameter);
    return inner?.type === 'identifier' ? `...${inner.text}` : undefined;
  }
  const inner = parameter.childForFieldName('pattern') ?? parameter.childForFieldName('left');
  return inner ? nameOf(inner) : undefined;
}

function pythonRecording(body: SyntaxNode): Splice {
  const { python } = HARNESS;
  const recording = `'${python}' in globals() and ${python}['record'](locals())`;
  const [first, second] = namedChildrenOf(body);
  const isDocstring = first?.type === 'expression_statement' && first.firstChild?.type === 'string';
  const next = (isDocstring && second) || first || body;
  const text = body.tree.rootNode.text;
  const before = text.slice(text.lastIndexOf('\n', next.startIndex - 1) + 1, next.startIndex);
  const separator = before.trim() === '' ? `\n${before}` : '; ';
  return { start: next.startIndex, end: next.startIndex, text: recording + separator };
}
