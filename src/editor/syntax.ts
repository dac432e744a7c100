import type { Syntax } from '../core/syntax/syntax';

/** Gives the syntax trees, which are loaded when they are first asked for. */
export type LazySyntax = () => Promise<Syntax>;

export function createLazySyntax(assets: string): LazySyntax {
  let loading: Promise<Syntax> | undefined;
  return () =>
    (loading ??= import('../core/syntax/syntax').then(({ createSyntax }) => createSyntax(assets)));
}
