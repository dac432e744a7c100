import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  lstatSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const REPOSITORY = resolve(__dirname, '..', '..');

export interface Project {
  readonly root: string;
  path(relative: string): string;
  read(relative: string): string;
  /** Hash over every path, kind, mode and content below the root, `.git` included. */
  fingerprint(): string;
  remove(): void;
}

export interface ProjectOptions {
  /** Link this repository's own runners (jest, vitest, mocha) as the project's node_modules. */
  readonly runners?: boolean;
  /** Make it a git repository with one commit; on unless said otherwise. */
  readonly git?: boolean;
  readonly name?: string;
}

/** A real project in a temporary folder. */
export function createProject(
  files: Readonly<Record<string, string>>,
  { runners = false, git = true, name = 'project' }: ProjectOptions = {},
): Project {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'wtest-')));
  const root = join(base, name);
  mkdirSync(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  if (runners) symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
  if (git) commitAll(root);
  return {
    root,
    path: (relative) => join(root, relative),
    read: (relative) => readFileSync(join(root, relative), 'utf8'),
    fingerprint: () => fingerprint(root),
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}

function commitAll(root: string): void {
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...words], {
      cwd: root,
      stdio: 'ignore',
    });
  writeFileSync(join(root, '.gitignore'), 'node_modules\n');
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'Start');
}

function fingerprint(root: string): string {
  const hash = createHash('sha256');
  const walk = (folder: string) => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      const stat = lstatSync(path);
      hash.update(`${path}\0${stat.mode}\0`);
      if (stat.isSymbolicLink()) hash.update(readlinkSync(path));
      else if (stat.isDirectory()) walk(path);
      else hash.update(readFileSync(path));
    }
  };
  walk(root);
  return hash.digest('hex');
}
