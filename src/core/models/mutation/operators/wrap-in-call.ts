import { surround } from '../changes';
import type { Name } from '../names';
import type { Operator } from '../operator';
import { callAround, calledName, isReference, isTarget } from '../tree';

/** A value used as it is, where one of the file's own functions should have converted it. */
export const wrapInCall: Operator = {
  id: 'wrap-in-call',
  prior: 0.5,
  nodes: ['identifier'],
  *edits(node, { names }) {
    if (
      !isReference(node) ||
      isTarget(node) ||
      /^(call|subscript|member|attribute)/.test(node.parent?.type ?? '')
    )
      return;
    const around = callAround(node);
    const visible = names.visibleAt(node);
    if (
      visible.some(
        ({ name, kind }) => name === node.text && kind !== 'parameter' && kind !== 'variable',
      )
    )
      return;
    for (const candidate of visible.filter(isConverter)) {
      if (around && calledName(around) === candidate.name) continue;
      yield {
        splices: surround(node, `${candidate.name}(`, ')'),
        description: `\`${node.text}\` is used as it is; \`${candidate.name}\` may be needed to convert it first.`,
        likelihood: candidate.arity === 1 ? 1 : 0.3,
      };
    }
  },
};

function isConverter({ kind, arity, name }: Name): boolean {
  return (
    (kind === 'function' && arity === 1 && /^[\p{Ll}_]/u.test(name)) ||
    (kind === 'import' &&
      /^(to|parse|format|encode|decode|normali[sz]e|escape|unescape|as|round)/.test(name))
  );
}
