import { childrenOf, walk } from './nodes';
import type { SyntaxNode } from './parsing';

export interface SyntaxFault {
  /** For people. */
  readonly message: string;
  /** 1-based. */
  readonly line: number;
}

/** The errors of a tree in order of their place: what cannot be read, and what is missing. */
export function faultsIn(root: SyntaxNode): readonly SyntaxFault[] {
  if (!root.hasError) return [];
  const faults: SyntaxFault[] = [];
  walk(root, (node) => {
    if (node.isMissing) faults.push(faultAt(node, `"${node.type}" is missing`));
    else if (node.isError) faults.push(faultAt(node, `unexpected ${quote(node)}`));
    return node.hasError && !node.isError;
  });
  return faults;
}

/** One mistake can make all that stands before it unreadable; its place is never before the change. */
export function notBefore(fault: SyntaxFault, before: string, after: string): SyntaxFault {
  const old = before.split('\n');
  const lines = after.split('\n');
  const changed = lines.findIndex((text, index) => text !== old[index]);
  if (fault.line > changed) return fault;
  return {
    message: `unexpected "${(lines[changed] ?? '').trim().slice(0, 60)}"`,
    line: changed + 1,
  };
}

function faultAt({ startPosition }: SyntaxNode, message: string): SyntaxFault {
  return { message, line: startPosition.row + 1 };
}

function quote(node: SyntaxNode): string {
  const [first] = (childrenOf(node)[0] ?? node).text.trim().split('\n');
  return first === undefined || first === '' ? 'end of the code' : `"${first.slice(0, 60)}"`;
}
