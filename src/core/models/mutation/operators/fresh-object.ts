import { replace } from '../changes';
import type { Operator } from '../operator';

/** Literals that are not quite what is meant: one with a prototype, one that holds what it should copy. */
export const freshObject: Operator = {
  id: 'fresh-object',
  prior: 0.4,
  nodes: ['object', 'array', 'list'],
  *edits(node, { family, names }) {
    if (node.type === 'object' && node.namedChildren.length === 0)
      yield {
        splices: replace(node, 'Object.create(null)'),
        description:
          '`{}` inherits names such as `constructor`; an object used as a map should not.',
        likelihood: 0.5,
      };
    if (node.type === 'object' && node.namedChildren.length > 0) {
      const options = names
        .visibleAt(node)
        .filter(
          ({ name, kind }) =>
            kind === 'parameter' &&
            /opt|config|setting|default|props|rest|param|attr|init|state|data/i.test(name),
        );
      for (const { name } of options)
        if (!node.text.includes(`...${name}`))
          yield {
            splices: [
              {
                start: node.endIndex - 1,
                end: node.endIndex - 1,
                text: `${/[,{]\s*\}$/.test(node.text) ? '' : ','} ...${name}`,
              },
            ],
            description: `What \`${name}\` holds is left out: \`...${name}\`.`,
            likelihood: 0.9,
          };
    }
    const [only, ...more] = node.namedChildren;
    if (!only || more.length > 0 || only.type !== 'identifier') return;
    if (node.type === 'list')
      yield {
        splices: replace(node, `list(${only.text})`),
        description: `A list that holds \`${only.text}\` is not a copy of it: \`list(${only.text})\`.`,
        likelihood: 1,
      };
    if (node.type === 'array' && family === 'script')
      yield {
        splices: replace(node, `[...${only.text}]`),
        description: `An array that holds \`${only.text}\` is not a copy of it: \`[...${only.text}]\`.`,
        likelihood: 1,
      };
  },
};
