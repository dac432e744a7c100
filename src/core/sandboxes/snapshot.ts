import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { Snapshot, UnsavedBuffer } from '../api/snapshot';
import { HumanError } from '../util/human-error';
import { askGit } from './git';
import { listGitFiles } from './list-git-files';
import { listPlainFiles } from './list-plain-files';
import { statFiles } from './stat-files';

export interface SnapshotOptions {
  /** Absolute path of the folder the user works in. */
  readonly workspace: string;
  readonly buffers: readonly UnsavedBuffer[];
  readonly signal: AbortSignal;
}

/** More files than this in a repository mean that it is no project: a home folder, a disk. */
const MANY_FILES = 200_000;

/**
 * Lists the workspace as the editor sees it: the whole repository where there is one, unsaved buffers
 * in the place of their files. Nothing is written and nothing is copied yet.
 */
export async function takeSnapshot(options: SnapshotOptions): Promise<Snapshot> {
  const { signal } = options;
  const workspace = await realpath(options.workspace).catch(() => {
    throw new HumanError(`There is no folder ${options.workspace}. Name one with --workspace.`);
  });
  const listing = await list(workspace, signal);
  const stats = await statFiles(listing.root, listing.files);
  const files = stats.map(({ path }) => path);
  const buffers = new Map<string, string>(
    options.buffers.map(({ path, text }) => [
      relative(listing.root, path).split(sep).join('/'),
      text,
    ]),
  );
  const hash = createHash('sha256');
  for (const { path, identity } of stats) hash.update(`${path}\0${identity}\0`);
  for (const [path, text] of buffers) hash.update(`${path}\0${text}\0`);
  const kept = new Set(files);
  return {
    root: listing.root,
    digest: hash.digest('hex'),
    files,
    unsaved: buffers,
    leftOut: [...listing.leftOut, ...listing.files.filter((path) => !kept.has(path))],
    read: async (path) => buffers.get(path) ?? readText(join(listing.root, path)),
  };
}

interface Listing {
  readonly root: string;
  readonly files: readonly string[];
  readonly leftOut: readonly string[];
}

async function list(workspace: string, signal: AbortSignal): Promise<Listing> {
  const top = await askGit(workspace, ['rev-parse', '--show-toplevel'], signal);
  const root = top === undefined ? undefined : await realpath(top.trimEnd());
  if (root !== undefined && root !== (await realpath(homedir()))) {
    const listed = await listGitFiles(root, signal);
    if (listed && listed.files.length <= MANY_FILES) return { root, ...listed };
  }
  return { root: workspace, ...(await listPlainFiles(workspace)) };
}

async function readText(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes || bytes.includes(0)) return undefined;
  return bytes.toString('utf8');
}
