import type { SyntaxNode } from '../../../syntax/parsing';

import type { Edit, Operator } from '../operator';
import { bodyOf, lineAbove } from '../statements';
import type { Site } from '../site';

const MOST = 3;

/** No early return for a value that is missing, empty or zero. */
export const guard: Operator = {
  id: 'guard',
  prior: 0.35,
  nodes: [
    'function_declaration',
    'function_expression',
    'arrow_function',
    'method_definition',
    'function_definition',
  ],
  *edits(node, site) {
    const body = bodyOf(node).filter(
      ({ type, text }) => !(type === 'expression_statement' && /^["']/.test(text)),
    );
    const [first] = body;
    if (!first) return;
    const parameters = site.names
      .visibleAt(first)
      .filter(({ kind, from }) => kind === 'parameter' && from === node.startIndex)
      .filter(({ name }) => name !== 'self' && name !== 'cls')
      .reverse();
    for (const [index, { name }] of parameters.slice(0, MOST).entries())
      for (const edit of guardsFor(name, node, first, site))
        yield { ...edit, likelihood: (edit.likelihood ?? 1) * 0.7 ** index };
  },
};

function* guardsFor(name: string, node: SyntaxNode, first: SyntaxNode, site: Site): Iterable<Edit> {
  const { family, text } = site;
  const isPython = family === 'python';
  const tests = isPython
    ? [`not ${name}`, `${name} is None`]
    : [
        new RegExp(`\\b${name}\\.length\\b`).test(node.text) ? `${name}.length === 0` : `!${name}`,
        `${name} == null`,
      ];
  const results = resultsOf(node, site);
  for (const [rank, test] of tests.entries())
    for (const [place, result] of results.entries()) {
      const leave = result === '' ? 'return' : `return ${result}`;
      const code = isPython
        ? `if ${test}:\n${indentOf(text, first)}    ${leave}`
        : `if (${test}) ${leave};`;
      yield {
        splices: [lineAbove(text, first, code)],
        description: `Nothing is done about a missing or empty \`${name}\`: \`if ${isPython ? test : `(${test})`} ${leave}\`.`,
        likelihood: 0.8 ** rank * 0.75 ** place,
      };
    }
}

function indentOf(text: string, { startIndex }: SyntaxNode): string {
  const start = text.lastIndexOf('\n', startIndex - 1) + 1;
  return text.slice(start, startIndex);
}

/** What a function may hand back early: constants that it returns elsewhere, then by what it builds. */
function resultsOf(node: SyntaxNode, { family }: Site): readonly string[] {
  const own = [...node.text.matchAll(/\breturn\b[ \t]*([^;\n]*)/g)].map(([, value = '']) =>
    value.trim(),
  );
  const constants = own.filter((value) =>
    /^(-?\d+(\.\d+)?|true|false|True|False|None|null|undefined|''|""|\[\]|\{\})?$/.test(value),
  );
  const isPython = family === 'python';
  const usual =
    own.length === 0
      ? ['']
      : [
          isPython ? 'None' : 'undefined',
          '0',
          '[]',
          "''",
          isPython ? 'False' : 'false',
          isPython ? 'None' : 'null',
        ];
  return [...new Set([...constants, ...returnedStart(node, own), ...usual])].slice(0, 5);
}

/** The first value of the variable that is returned: `total` starts as 0. */
function returnedStart(node: SyntaxNode, returned: readonly string[]): readonly string[] {
  const last = returned.at(-1) ?? '';
  if (!/^[\w$]+$/.test(last)) return [];
  const start = new RegExp(
    `\\b${last.replace(/\$/g, '\\$')}(?::[^=]+)?\\s*=\\s*(\\[\\]|\\{\\}|0|''|""|None|null)`,
  ).exec(node.text);
  return start?.[1] === undefined ? [] : [start[1]];
}
