import { exchange } from '../changes';
import type { Operator } from '../operator';
import { isInBlock, nextStatement, ownsLines, STATEMENTS } from '../statements';

/** Two neighbouring statements in the wrong order. */
export const swapStatements: Operator = {
  id: 'swap-statements',
  prior: 0.45,
  nodes: [...STATEMENTS, 'lexical_declaration'],
  *edits(node, { text }) {
    const next = isInBlock(node) ? nextStatement(node) : undefined;
    if (!next || /^["']/.test(node.text) || !ownsLines(text, node) || !ownsLines(text, next))
      return;
    if (/^(return|break|continue|throw|raise|function|class|import|export)/.test(node.type)) return;
    if (/^(break|continue|throw|raise|function|class|lexical)/.test(next.type)) return;
    const declares = node.type === 'lexical_declaration' || next.type === 'return_statement';
    yield {
      splices: exchange(node, next),
      description: `The order may matter here: \`${next.text.split('\n')[0] ?? ''}\` first.`,
      likelihood: declares ? 0.3 : 1,
    };
  },
};
