import type { SyntaxNode } from '../../../syntax/parsing';
import { insertion, removal } from '../changes';
import type { Edit, Operator } from '../operator';
import {
  bodyOf,
  indentAt,
  isInBlock,
  nextStatement,
  ownsLines,
  reindented,
  STATEMENTS,
  statementsAround,
  withoutStatement,
} from '../statements';
import type { Site } from '../site';

const AROUND = new Set([
  'for_statement',
  'for_in_statement',
  'while_statement',
  'if_statement',
  'else_clause',
  'try_statement',
  'with_statement',
]);

/** A statement one level too deep, such as a `return` inside a loop; or one not deep enough. */
export const moveStatement: Operator = {
  id: 'move-statement',
  prior: 0.65,
  nodes: STATEMENTS,
  *edits(node, site) {
    if (!isInBlock(node) || !ownsLines(site.text, node)) return;
    yield* outwards(node, site);
    yield* inwards(node, site);
  },
};

/** The last statement of a block goes behind the block, the first one before it. */
function* outwards(node: SyntaxNode, { text, family }: Site): Iterable<Edit> {
  const around = node.parent?.parent;
  const all = statementsAround(node);
  if (!around || !AROUND.has(around.type) || all.length < 2) return;
  const holder = around.type === 'else_clause' ? around.parent : around;
  if (!holder || !isInBlock(holder) || /^(break|continue)/.test(node.type)) return;
  const indent = indentAt(text, holder.startIndex);
  const code = reindented(text, node, indent);
  const isLoop = /^(for|while)/.test(around.type);
  if (all.at(-1)?.id === node.id)
    yield {
      splices: moveBehind(text, node, holder, `\n${indent}${code}`, family),
      description: `\`${first(node)}\` may be one level too deep: it belongs behind the ${isLoop ? 'loop' : 'block'}.`,
      likelihood: isLoop ? (node.type === 'return_statement' ? 1.5 : 0.7) : 0.7,
    };
  if (all[0]?.id === node.id && isLoop && node.type === 'expression_statement')
    yield {
      splices: [withoutStatement(text, node), insertion(holder.startIndex, `${code}\n${indent}`)],
      description: `\`${first(node)}\` may be done again at every turn of the loop: it belongs before it.`,
      likelihood: 0.6,
    };
}

/** Python's block ends with its last statement, so taking that out and adding behind it is one change. */
function moveBehind(
  text: string,
  node: SyntaxNode,
  holder: SyntaxNode,
  code: string,
  family: Site['family'],
) {
  if (family === 'script' || holder.endIndex !== node.endIndex)
    return [withoutStatement(text, node), insertion(holder.endIndex, code)];
  const start = text.lastIndexOf('\n', node.startIndex - 1);
  return [{ start, end: node.endIndex, text: code }];
}

/** The statement behind a block goes to the block's end; what stands before a loop to its start. */
function* inwards(node: SyntaxNode, { text }: Site): Iterable<Edit> {
  const all = statementsAround(node);
  const before = all[all.findIndex(({ id }) => id === node.id) - 1];
  const last = before && AROUND.has(before.type) ? bodyOf(before).at(-1) : undefined;
  if (before && last && ownsLines(text, last) && !before.childForFieldName('alternative')) {
    const indent = indentAt(text, last.startIndex);
    yield {
      splices: [
        withoutLine(text, node),
        insertion(last.endIndex, `\n${indent}${reindented(text, node, indent)}`),
      ],
      description: `\`${first(node)}\` may be one level too shallow: it belongs into the block above it.`,
      likelihood: node.type === 'return_statement' ? 0.3 : 0.8,
    };
  }
  const next = nextStatement(node);
  const start = next && /^(for|while)/.test(next.type) ? bodyOf(next)[0] : undefined;
  if (start && node.type === 'expression_statement' && ownsLines(text, start)) {
    const indent = indentAt(text, start.startIndex);
    yield {
      splices: [
        withoutLine(text, node),
        insertion(start.startIndex, `${reindented(text, node, indent)}\n${indent}`),
      ],
      description: `\`${first(node)}\` may be done once only: it belongs into the loop.`,
      likelihood: 0.9,
    };
  }
}

function withoutLine(text: string, node: SyntaxNode) {
  const { start, end } = withoutStatement(text, node);
  return removal(start, end);
}

function first({ text }: SyntaxNode): string {
  return text.split('\n')[0] ?? '';
}
