import { childrenOf, namedChildrenOf, walk } from './nodes';
import type { SyntaxNode } from './parsing';

const SIMPLE =
  /^(number|integer|float|string|true|false|null|none|undefined|unary_expression|unary_operator)$/;
const COMPOSITE = /^(array|object|list|dictionary|tuple|set|pair)$/;
const KEY = /^(property_identifier|shorthand_property_identifier)$/;
const CALLS = new Set(['call_expression', 'call']);

/** Functions of test frameworks whose first argument is a title. */
const TITLED = /^(test|it|describe|suite|context|specify)(\.\w+)*$/;

/** Longer values are data, and no guess. */
const MAX_LENGTH = 200;

const STATEMENTS = /_(statement|declaration)$|^assignment$/;
const FUNCTIONS = /^(arrow_function|function_expression|function_definition|function_declaration)$/;

/**
 * The constants that tests compare with, as code: what a guess would return. First those whose
 * statement names `symbol`, then those whose test does, the commonest first. Titles, imports and what
 * is handed to `symbol` are left out.
 */
export function expectedValues(root: SyntaxNode, symbol: string | undefined): readonly string[] {
  const weights = new Map<string, number>();
  const visit = (node: SyntaxNode): void => {
    if (/^import_/.test(node.type) || node.type.startsWith('comment')) return;
    if (isConstant(node)) {
      if (node.text.length > MAX_LENGTH || isDocstring(node)) return;
      const weight = symbol === undefined ? 1 : nearness(node, symbol);
      weights.set(node.text, (weights.get(node.text) ?? 0) + weight);
      return;
    }
    if (CALLS.has(node.type)) {
      const callee = node.childForFieldName('function')?.text ?? '';
      const name = callee.slice(callee.lastIndexOf('.') + 1);
      if (symbol !== undefined && name === symbol) return;
      if (name === 'require') return;
      const given = node.childForFieldName('arguments');
      if (TITLED.test(callee) && given) {
        namedChildrenOf(given).slice(1).forEach(visit);
        return;
      }
    }
    childrenOf(node).forEach(visit);
  };
  visit(root);
  return [...weights].sort(([, a], [, b]) => b - a).map(([text]) => text);
}

/** How near a constant stands to a name: in its statement, in its test, or just in its file. */
function nearness(node: SyntaxNode, symbol: string): number {
  const names = new RegExp(`(?<![\\w$])${symbol.replace(/\W/g, '\\$&')}(?![\\w$])`);
  let isNearest = true;
  for (let around = node.parent; around; around = around.parent) {
    if (isNearest && STATEMENTS.test(around.type)) {
      if (names.test(around.text)) return 10_000;
      isNearest = false;
    }
    if (FUNCTIONS.test(around.type) && names.test(around.text)) return isNearest ? 10_000 : 100;
  }
  return 1;
}

/** Whether nothing in an expression depends on anything. */
function isConstant(node: SyntaxNode): boolean {
  if (!SIMPLE.test(node.type) && !COMPOSITE.test(node.type)) return false;
  let constant = true;
  walk(node, ({ type, isNamed }) => {
    if (isNamed && !SIMPLE.test(type) && !COMPOSITE.test(type) && !KEY.test(type))
      constant &&= /^(string_\w+|escape_sequence)$/.test(type);
    return constant;
  });
  return constant;
}

function isDocstring({ parent }: SyntaxNode): boolean {
  return parent?.type === 'expression_statement';
}
