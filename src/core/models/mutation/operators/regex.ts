import { childrenOf } from '../../../syntax/nodes';
import { insertion, replace } from '../changes';
import type { Edit, Operator } from '../operator';
import type { SyntaxNode } from '../../../syntax/parsing';
import { calledName, callAround } from '../tree';

/** A pattern that finds only the first match, misses an anchor or repeats the wrong way. */
export const regex: Operator = {
  id: 'regex',
  prior: 0.6,
  nodes: ['regex', 'string'],
  *edits(node) {
    if (node.type === 'regex') {
      const pattern = node.childForFieldName('pattern');
      const flags = node.childForFieldName('flags');
      if (!pattern) return;
      yield* flagEdits(node, flags?.text ?? '', flags);
      yield* patternEdits(pattern.startIndex, pattern.text);
      return;
    }
    const around = callAround(node);
    const [start] = childrenOf(node);
    if (
      !around ||
      !start ||
      !/^(re\.|regex\.)|^RegExp/.test(around.text) ||
      !/^(compile|match|search|sub|findall|fullmatch|split|finditer|RegExp)$/.test(
        calledName(around),
      )
    )
      return;
    const text = node.text.slice(start.text.length, -(childrenOf(node).at(-1)?.text.length ?? 1));
    yield* patternEdits(node.startIndex + start.text.length, text);
  },
};

function* flagEdits(node: SyntaxNode, flags: string, own: SyntaxNode | null): Iterable<Edit> {
  const replaces =
    callAround(node) !== null && /^replace/.test(calledName(callAround(node) ?? node));
  for (const [flag, what] of [
    ['g', 'all matches count'],
    ['i', 'case does not matter'],
    ['m', 'lines count'],
    ['s', 'a dot may be a line break'],
    ['u', 'characters count'],
  ] as const) {
    const likelihood = flag === 'g' ? (replaces ? 1.4 : 0.5) : flag === 'i' ? 0.5 : 0.2;
    if (flags.includes(flag)) {
      if (own && /[gi]/.test(flag))
        yield {
          splices: replace(own, flags.replace(flag, '')),
          description: `The flag \`${flag}\` may be too much.`,
          likelihood: 0.4,
        };
    } else
      yield {
        splices: [insertion(node.endIndex, flag)],
        description: `The flag \`${flag}\` may be missing: ${what}.`,
        likelihood,
      };
  }
}

function* patternEdits(at: number, pattern: string): Iterable<Edit> {
  const why = 'The pattern may match too much or too little';
  const change = (start: number, end: number, text: string, likelihood: number): Edit => ({
    splices: [{ start: at + start, end: at + end, text }],
    description: `${why}: \`${text === '' ? pattern.slice(start, end) : text}\` ${text === '' ? 'taken out' : 'put in'}.`,
    likelihood,
  });
  if (!pattern.startsWith('^')) yield change(0, 0, '^', 0.5);
  else yield change(0, 1, '', 0.4);
  if (!pattern.endsWith('$')) yield change(pattern.length, pattern.length, '$', 0.5);
  else yield change(pattern.length - 1, pattern.length, '', 0.4);
  for (const match of pattern.matchAll(/(?<=[\w\])}.])([+*])(\??)/g)) {
    const [, quantifier = '', lazy = ''] = match;
    yield change(match.index, match.index + 1, quantifier === '+' ? '*' : '+', 0.9);
    if (lazy === '') yield change(match.index + 1, match.index + 1, '?', 0.5);
    else yield change(match.index + 1, match.index + 2, '', 0.5);
  }
  for (const match of pattern.matchAll(/\\([dDwWsSbB])/g)) {
    const [, name = ''] = match;
    const other = name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
    yield change(match.index + 1, match.index + 2, other, 0.2);
  }
  for (const match of pattern.matchAll(/(?<![\\\]])\.(?![*+?{])/g))
    yield change(match.index, match.index, '\\', 0.6);
}
