import * as vscode from 'vscode';

/** Scheme of the virtual documents that show a run's files. */
export const SCHEME = 'winnow';

/** The file as it was, as the winner has it, or as a candidate has it. */
export type Side = 'base' | 'winner' | { readonly candidate: string };

/** A virtual document, taken apart. */
export interface Address {
  readonly run: string;
  readonly side: Side;
}

/** `winnow://<run>/<base|winner|c3>/<path>`: the path's end tells the editor the language. */
export function addressOf(run: string, side: Side, path: string): vscode.Uri {
  const name = typeof side === 'string' ? side : side.candidate;
  return vscode.Uri.from({ scheme: SCHEME, authority: run, path: `/${name}/${path}` });
}

export function parseAddress({ scheme, authority, path }: vscode.Uri): Address | undefined {
  const name = /^\/([^/]+)\//.exec(path)?.[1];
  if (scheme !== SCHEME || name === undefined) return undefined;
  const side = name === 'base' || name === 'winner' ? name : { candidate: name };
  return { run: authority, side };
}
