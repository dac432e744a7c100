import type { SyntaxNode } from '../../syntax/parsing';
import type { Reach } from './reach';

/** Collects reaches by the line of a node. */
export interface Collector {
  readonly found: Reach[];
  forbid(node: SyntaxNode, what: string): void;
  doubt(node: SyntaxNode, what: string): void;
}

export function createCollector(): Collector {
  const found: Reach[] = [];
  const add = (weight: Reach['weight']) => (node: SyntaxNode, what: string) =>
    void found.push({ what, line: node.startPosition.row + 1, weight });
  return { found, forbid: add('forbidden'), doubt: add('doubtful') };
}

/** The text of a string literal without its quotes; undefined for anything that is put together. */
export function literalText(node: SyntaxNode | null | undefined): string | undefined {
  if (node?.type !== 'string' && node?.type !== 'template_string') return undefined;
  if (/\$\{|^[fF]/.test(node.text)) return undefined;
  return /^[rRbBuU]*(?:'''|"""|['"`])(.*?)(?:'''|"""|['"`])$/s.exec(node.text)?.[1];
}
