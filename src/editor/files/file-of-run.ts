import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import * as vscode from 'vscode';
import type { RunView } from '../../core/view';

/**
 * The file that a run was about, by the path under which its workspace is open: a snapshot's root
 * is a real path, which may differ from the one that the user opened.
 */
export async function fileOfRun({ start, snapshot }: RunView): Promise<vscode.Uri | undefined> {
  if (!start || !snapshot) return undefined;
  const file = join(snapshot.root, snapshot.base.path);
  const workspace = await realpath(start.workspace).catch(() => start.workspace);
  const inside = relative(workspace, file);
  const outside = inside.startsWith('..') || isAbsolute(inside);
  return vscode.Uri.file(outside ? file : join(start.workspace, inside));
}
