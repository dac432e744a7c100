import { lineBelow } from '../statements';
import type { Operator } from '../operator';
import { isFunction } from '../names';
import { bodyOf } from '../statements';

/** A function that builds a result and ends without handing it back. */
export const returnLastValue: Operator = {
  id: 'return-last-value',
  prior: 0.6,
  nodes: [
    'function_declaration',
    'function_expression',
    'arrow_function',
    'method_definition',
    'function_definition',
  ],
  *edits(node, { text, names, family }) {
    if (!isFunction(node)) return;
    const body = bodyOf(node);
    const last = body.at(-1);
    if (!last || /^(return|throw|raise)/.test(last.type)) return;
    const end = family === 'python' ? '' : ';';
    const locals = names
      .visibleAt(last)
      .filter(
        ({ level, kind, from }) =>
          level === 'function' && kind === 'variable' && from >= node.startIndex,
      )
      .filter(({ from }) => from <= last.startIndex);
    for (const { name } of locals.slice(0, 3))
      yield {
        splices: [lineBelow(text, last, `return ${name}${end}`)],
        description: `The function ends without a result: \`return ${name}\` is missing.`,
        likelihood: /\breturn\b/.test(node.text) ? 0.4 : 1,
      };
  },
};
