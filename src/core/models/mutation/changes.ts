import type { SyntaxNode } from '../../syntax/parsing';
import type { Splice } from '../../syntax/splice';

export function replace({ startIndex, endIndex }: SyntaxNode, text: string): readonly Splice[] {
  return [{ start: startIndex, end: endIndex, text }];
}

/** Puts text before and behind a node. */
export function surround(node: SyntaxNode, before: string, after: string): readonly Splice[] {
  return [
    ...(before === '' ? [] : [insertion(node.startIndex, before)]),
    ...(after === '' ? [] : [insertion(node.endIndex, after)]),
  ];
}

/** Each of two nodes takes the other's place. */
export function exchange(a: SyntaxNode, b: SyntaxNode): readonly Splice[] {
  return [...replace(a, b.text), ...replace(b, a.text)];
}

export function insertion(at: number, text: string): Splice {
  return { start: at, end: at, text };
}

export function removal(start: number, end: number): Splice {
  return { start, end, text: '' };
}
