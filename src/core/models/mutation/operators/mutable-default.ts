import { replace } from '../changes';
import type { Operator } from '../operator';
import { bodyOf, lineAbove } from '../statements';

/** A default value that all calls share. */
export const mutableDefault: Operator = {
  id: 'mutable-default',
  prior: 0.9,
  nodes: ['default_parameter', 'typed_default_parameter'],
  *edits(node, { text }) {
    const name = node.childForFieldName('name');
    const value = node.childForFieldName('value');
    const body = node.parent?.parent ? bodyOf(node.parent.parent) : [];
    const first = body.find(
      ({ type, text: code }) => !(type === 'expression_statement' && /^[rR]?["']/.test(code)),
    );
    if (!name || !value || !first || !/^(list|dictionary|set|call)$/.test(value.type)) return;
    const indent = text.slice(text.lastIndexOf('\n', first.startIndex - 1) + 1, first.startIndex);
    if (indent.trim() !== '') return;
    const code = `if ${name.text} is None:\n${indent}    ${name.text} = ${value.text}`;
    yield {
      splices: [...replace(value, 'None'), lineAbove(text, first, code)],
      description: `The default \`${value.text}\` is made once and shared by all calls; each needs its own.`,
    };
  },
};
