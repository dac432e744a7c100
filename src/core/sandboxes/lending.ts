import type { Sandbox, SandboxPool } from '../api/sandbox';

/** A sandbox that can be taken down by itself. */
export interface OwnedSandbox extends Sandbox {
  remove(): Promise<void>;
}

/**
 * How pools lend: up to `size` sandboxes are kept for reuse, each lent to one borrower at a time;
 * fresh ones come on top and go when they are given back.
 */
export function createLending(
  size: number,
  make: () => Promise<OwnedSandbox>,
): Pick<SandboxPool, 'lend'> {
  const idle: OwnedSandbox[] = [];
  const waiting: (() => void)[] = [];
  let lent = 0;

  async function borrow<T>(use: (sandbox: Sandbox) => Promise<T>, signal: AbortSignal): Promise<T> {
    while (lent >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    lent++;
    try {
      signal.throwIfAborted();
      const sandbox = idle.pop() ?? (await make());
      try {
        return await use(sandbox);
      } finally {
        idle.push(sandbox);
      }
    } finally {
      lent--;
      waiting.shift()?.();
    }
  }

  async function once<T>(use: (sandbox: Sandbox) => Promise<T>): Promise<T> {
    const sandbox = await make();
    try {
      return await use(sandbox);
    } finally {
      await sandbox.remove();
    }
  }

  return { lend: (use, { fresh, signal }) => (fresh ? once(use) : borrow(use, signal)) };
}
