import { replace } from '../changes';
import type { Operator } from '../operator';
import { propertyOf } from '../properties';
import { ACCESSES, isAccess, isField, otherOperand } from '../tree';

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
    const twin = otherOperand(node);
    const beside = twin && isAccess(twin) ? propertyOf(twin)?.text : undefined;
    const nearest = beside !== undefined && others.includes(beside) ? [beside, ...others] : others;
    for (const [index, name] of nearest.slice(0, MOST).entries())
      yield {
        splices: replace(property, name),
        description: `\`.${name}\` may be meant instead of \`.${property.text}\`.`,
        likelihood:
          // `a.width <= b.width` compares like with like.
          beside !== property.text && beside === name
            ? 1.6
            : (same.includes(name) ? 1 : 0.4) * 0.9 ** index * (beside === property.text ? 0.5 : 1),
      };
  },
};
