import * as vscode from 'vscode';

/** Scheme of the virtual documents that show a run's files. */
export const SCHEME = 'winnow';

/** The file as it was, as the winner has it, or as a candidate has it. */
export type Side =
  | 'base'
  | 'winner'
  | { readonly candidate: string }
  /** With a change that the tests would not notice, by its place in the list. */
  | { readonly survivor: number };

/** A virtual document, taken apart. */
export interface Address {
  readonly run: string;
  readonly side: Side;
}

/** `winnow://<run>/<base|winner|c3|survivor-2>/<path>`: the path's end tells the language. */
export function addressOf(run: string, side: Side, path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, authority: run, path: `/${nameOf(side)}/${path}` });
}

export function parseAddress({ scheme, authority, path }: vscode.Uri): Address | undefined {
  const name = /^\/([^/]+)\//.exec(path)?.[1];
  if (scheme !== SCHEME || name === undefined) return undefined;
  return { run: authority, side: sideOf(name) };
}

function nameOf(side: Side): string {
  if (typeof side === 'string') return side;
  return 'candidate' in side ? side.candidate : `survivor-${side.survivor}`;
}

function sideOf(name: string): Side {
  if (name === 'base' || name === 'winner') return name;
  const survivor = /^survivor-(\d+)$/.exec(name)?.[1];
  return survivor === undefined ? { candidate: name } : { survivor: Number(survivor) };
}
