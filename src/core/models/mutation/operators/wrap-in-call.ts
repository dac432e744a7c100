import type { SyntaxNode } from '../../../syntax/parsing';
import { surround } from '../changes';
import type { Name } from '../names';
import type { Operator } from '../operator';
import { callAround, calledName, isReference, isTarget } from '../tree';
import { sharesWord } from '../words';

const PLACES =
  /^(return|assignment|variable_declarator|arguments|argument_list|binary|pair|array|list|comparison|template)/;
const CONVERTERS = /^(to|parse|format|encode|decode|normali[sz]e|escape|unescape|as|round)/;

/** A value used as it is, where one of the file's own functions should have converted it. */
export const wrapInCall: Operator = {
  id: 'wrap-in-call',
  prior: 0.6,
  nodes: ['identifier'],
  *edits(node, { names, text }) {
    if (!isReference(node) || isTarget(node) || !PLACES.test(node.parent?.type ?? '')) return;
    const visible = names.visibleAt(node);
    const own = visible.find(({ name }) => name === node.text);
    if (own && own.kind !== 'parameter' && own.kind !== 'variable') return;
    const around = callAround(node);
    for (const candidate of visible.filter(isConverter)) {
      if (around && calledName(around) === candidate.name) continue;
      yield {
        splices: surround(node, `${candidate.name}(`, ')'),
        description: `\`${node.text}\` is used as it is; \`${candidate.name}\` may be needed to convert it first.`,
        likelihood: fitness(node, candidate, text),
      };
    }
  },
};

function isConverter({ kind, parameters, name }: Name): boolean {
  return kind === 'function'
    ? parameters?.length === 1 && /^[\p{Ll}_]/u.test(name)
    : kind === 'import' && CONVERTERS.test(name);
}

/** A function whose parameter is called like the value, or that takes it elsewhere, fits best. */
function fitness(node: SyntaxNode, { name, parameters }: Name, text: string): number {
  const takesIt = text.includes(`${name}(${node.text})`);
  const [parameter = ''] = parameters ?? [];
  if (parameter === node.text) return takesIt ? 1.2 : 1;
  if (takesIt) return 0.9;
  return sharesWord(parameter, node.text) ? 0.6 : 0.2;
}
