import { childrenOf } from '../../../syntax/nodes';
import type { SyntaxNode } from '../../../syntax/parsing';
import { replace } from '../changes';
import { functionAround } from '../names';
import type { Operator } from '../operator';

/** A loop left where it should go on, or the reverse. */
export const loopExit: Operator = {
  id: 'loop-exit',
  prior: 0.6,
  nodes: ['continue_statement', 'break_statement', 'return_statement'],
  *edits(node) {
    const [word] = childrenOf(node);
    if (!word || (word.text === 'break' && isInSwitch(node))) return;
    if (
      word.text === 'return' &&
      (childrenOf(node).filter(({ type }) => type !== ';').length > 1 || !isInLoop(node))
    )
      return;
    const others = ['continue', 'break', 'return'].filter(
      (other) => other !== word.text && (other !== 'return' || functionAround(node)),
    );
    for (const other of others)
      yield {
        splices: replace(word, other),
        description: `How the loop goes on: \`${other}\` instead of \`${word.text}\`.`,
        likelihood: other === 'return' ? 0.3 : 1,
      };
  },
};

function isInSwitch({ parent }: { readonly parent: { readonly type: string } | null }): boolean {
  return parent?.type === 'switch_case' || parent?.type === 'switch_default';
}

function isInLoop(node: SyntaxNode): boolean {
  const around = functionAround(node);
  for (let { parent } = node; parent && parent.id !== around?.id; { parent } = parent)
    if (/^(for|while|do)_/.test(parent.type)) return true;
  return false;
}
