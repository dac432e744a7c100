import { insertion } from '../changes';
import type { Operator } from '../operator';
import { isField, isReference } from '../tree';

/** A member of the object used as if it were a variable. */
export const missingSelf: Operator = {
  id: 'missing-self',
  prior: 0.9,
  nodes: ['identifier'],
  *edits(node, { names, properties, family }) {
    if (!isReference(node) && !isField(node, 'left')) return;
    const self = family === 'python' ? 'self' : 'this';
    if (!properties.on(self).includes(node.text)) return;
    const isKnown = names.visibleAt(node).some(({ name }) => name === node.text);
    yield {
      splices: [insertion(node.startIndex, `${self}.`)],
      description: `\`${node.text}\` is a member of the object: \`${self}.\` is missing.`,
      likelihood: isKnown ? 0.35 : 1.3,
    };
  },
};
