import { existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { isWithin } from '../folders';
import type { Jail } from './jail';

type Env = Readonly<Record<string, string | undefined>>;

/** Temporary folders, and the sockets through which a service would act outside the sandbox. */
const COVERED = ['/tmp', '/var/tmp', '/run'];

/** What toolchains and package managers write to, below the home folder. */
const TOOL_FOLDERS = [
  '.cache',
  '.cargo',
  '.gradle',
  '.m2',
  '.npm',
  '.pyenv',
  '.rbenv',
  '.rustup',
  'go',
];

/** What holds keys and tokens, below the home folder, and sockets of what acts for the user. */
const CREDENTIALS = [
  '.ssh',
  '.gnupg',
  '.aws',
  '.azure',
  '.kube',
  '.docker',
  '.netrc',
  '.npmrc',
  '.pypirc',
  '.git-credentials',
  '.config/gh',
  '.config/gcloud',
  '.config/winnow',
  '.cargo/credentials',
  '.cargo/credentials.toml',
  '.m2/settings.xml',
];

/** Where systems keep programs below a covered folder. */
const SYSTEM_FOLDERS = ['/run/current-system', '/run/opengl-driver'];

export interface Place {
  readonly root: string;
  /** The folder of the run. */
  readonly runFolder: string;
  readonly assets: string;
  readonly env: Env;
}

/** The parts of a jail that follow from the machine and the user. */
export function surroundingsOf({
  root,
  runFolder,
  assets,
  env,
}: Place): Pick<Jail, 'covers' | 'visible' | 'disposable' | 'hidden' | 'user'> {
  const temporary = existing(COVERED);
  const covers = temporary.some((cover) => isWithin(runFolder, cover))
    ? temporary
    : [...temporary, runFolder];
  const programs = [...(env['PATH'] ?? '').split(delimiter), dirname(process.execPath), assets];
  const needed = [...programs, ...SYSTEM_FOLDERS, ...around(root, covers)].filter(
    (path) => existsSync(path) && !isWithin(path, root) && covers.some((c) => isWithin(path, c)),
  );
  return {
    covers,
    visible: outermost(needed.filter((path) => !covers.includes(path))),
    disposable: below(TOOL_FOLDERS, covers).filter((path) => !isWithin(path, root)),
    hidden: below(CREDENTIALS, covers)
      .filter((path) => !isWithin(root, path))
      .map((path) => ({
        path,
        isFolder: statSync(path).isDirectory(),
      })),
    user: userInside(),
  };
}

/** Those that exist below the home folder and would be seen. */
function below(names: readonly string[], covers: readonly string[]) {
  return existing(names.map((name) => join(homedir(), name))).filter(
    (path) => !covers.some((each) => isWithin(path, each)),
  );
}

/** Why a workspace cannot be seen through an overlay; undefined where nothing speaks against it. */
export function whyUnsuited(root: string, mounts: string): string | undefined {
  const covered = COVERED.find((path) => isWithin(path, root));
  if (root === '/' || covered !== undefined)
    return `the workspace ${root} holds folders that every sandbox replaces`;
  const inside = mountPoints(mounts).find((point) => point !== root && isWithin(point, root));
  if (inside !== undefined)
    return `a file system of its own is mounted in the workspace, ${inside}`;
  return undefined;
}

/** The places of all mounts, from the text of `/proc/self/mountinfo`. */
function mountPoints(mounts: string): readonly string[] {
  return mounts
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .map((point) =>
      point.replace(/\\([0-7]{3})/g, (_, octal: string) =>
        String.fromCharCode(Number.parseInt(octal, 8)),
      ),
    );
}

/** The project around a workspace that stands in a covered folder: dependencies may be there. */
function around(root: string, covers: readonly string[]): readonly string[] {
  const cover = covers.find((each) => isWithin(root, each));
  if (cover === undefined || dirname(root) === cover) return [];
  const [first = ''] = root.slice(cover.length + 1).split('/');
  return [join(cover, first)];
}

/**
 * The user's own numbers, so that files belong to whom they belong outside; the superuser is nobody.
 */
function userInside(): Jail['user'] {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  return uid === 0 ? { uid: 65534, gid: 65534 } : { uid, gid };
}

function existing(paths: readonly string[]): readonly string[] {
  const real = paths.flatMap((path) => {
    try {
      return [realpathSync(path)];
    } catch {
      return [];
    }
  });
  return [...new Set(real)];
}

function outermost(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)].filter(
    (path) => !paths.some((other) => other !== path && isWithin(path, other)),
  );
}
