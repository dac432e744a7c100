import type { SyntaxNode } from '../../../syntax/parsing';
import { replace } from '../changes';
import type { Name } from '../names';
import type { Operator } from '../operator';
import { sharesWord } from '../words';
import { isField, isReference, isTarget, otherOperand, callAround, calledName } from '../tree';

/** More would be guessing. */
const MOST = 6;

/** One name taken for another that may be used at the same place. */
export const replaceIdentifier: Operator = {
  id: 'replace-identifier',
  prior: 0.6,
  nodes: ['identifier'],
  *edits(node, { names }) {
    if (!isReference(node)) return;
    const visible = names.visibleAt(node);
    const own = visible.find(({ name }) => name === node.text);
    const isCallee = isField(node, 'function', 'constructor');
    const others = visible
      .filter(({ name }) => name !== node.text)
      .filter((name) => isAlike(own, name, isCallee))
      .map((name) => ({ name, likelihood: likeness(node, own, name) }))
      .sort((a, b) => b.likelihood - a.likelihood);
    for (const { name, likelihood } of others.slice(0, MOST))
      yield {
        splices: replace(node, name.name),
        description:
          name.uses === 0
            ? `\`${name.name}\` is never used; it may be meant where \`${node.text}\` stands.`
            : `\`${node.text}\` may be taken for \`${name.name}\`.`,
        likelihood: isTarget(node) ? likelihood * 0.6 : likelihood,
      };
  },
};

/** Whether a name can stand for the same kind of thing. */
function isAlike(own: Name | undefined, other: Name, isCallee: boolean): boolean {
  const calls = ({ kind }: Name) => kind === 'function' || kind === 'class' || kind === 'import';
  if (isCallee) return calls(other) && own?.kind !== 'parameter';
  if (other.level === 'file' && own?.level !== 'file') return /^[A-Z][A-Z0-9_]+$/.test(other.name);
  return own === undefined ? !calls(other) : calls(own) === calls(other);
}

function likeness(node: SyntaxNode, own: Name | undefined, other: Name): number {
  let likelihood = other.level === 'function' ? 0.55 : 0.25;
  // What is declared and never read is missing somewhere.
  if (other.uses === 0) likelihood *= 2.5;
  if (own === undefined) likelihood *= 1.8;
  if (own && own.kind === other.kind && own.from === other.from) likelihood *= 1.2;
  if (sharesWord(node.text, other.name)) likelihood *= 1.4;
  // `a + a` is seldom meant.
  const twin = otherOperand(node);
  if (twin?.text === node.text) likelihood *= 2;
  if (twin?.text === other.name) likelihood *= 0.3;
  const around = callAround(node);
  if (around && calledName(around) === other.name) likelihood *= 0.2;
  return likelihood;
}
