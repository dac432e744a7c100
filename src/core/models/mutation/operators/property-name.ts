import { replace } from '../changes';
import type { Operator } from '../operator';
import { propertyOf } from '../properties';
import { ACCESSES, isField } from '../tree';

const MOST = 5;

/** A property taken for another of the same object, or of one like it. */
export const propertyName: Operator = {
  id: 'property-name',
  prior: 0.5,
  nodes: ACCESSES,
  *edits(node, { properties }) {
    const property = propertyOf(node);
    if (!property || isField(node, 'function')) return;
    const object = node.childForFieldName('object')?.text ?? '';
    const same = properties.on(object);
    const all = [...properties.counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
    const others = [...new Set([...same, ...all])].filter(
      (name) => name !== property.text && !name.startsWith('__'),
    );
    for (const [index, name] of others.slice(0, MOST).entries())
      yield {
        splices: replace(property, name),
        description: `\`.${name}\` may be meant instead of \`.${property.text}\`.`,
        likelihood: (same.includes(name) ? 1 : 0.4) * 0.9 ** index,
      };
  },
};
