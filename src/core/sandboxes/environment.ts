import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** Where toolchains live: the variable, and the folder below the home where it is not set. */
const TOOLCHAINS: Readonly<Record<string, string | undefined>> = {
  PYENV_ROOT: '.pyenv',
  NVM_DIR: '.nvm',
  VOLTA_HOME: '.volta',
  ASDF_DIR: '.asdf',
  ASDF_DATA_DIR: '.asdf',
  RBENV_ROOT: '.rbenv',
  CARGO_HOME: '.cargo',
  RUSTUP_HOME: '.rustup',
  GOPATH: 'go',
  PYTHONUSERBASE: '.local',
  MISE_DATA_DIR: '.local/share/mise',
  FNM_DIR: undefined,
  GOROOT: undefined,
  GOMODCACHE: undefined,
  JAVA_HOME: undefined,
  CONDA_PREFIX: undefined,
  PYENV_VERSION: undefined,
  TZ: undefined,
  SystemRoot: undefined,
  PATHEXT: undefined,
  COMSPEC: undefined,
};

/** Folders of one sandbox that the environment points to. */
export interface SandboxFolders {
  readonly home: string;
  readonly temp: string;
  /** What compilers keep of earlier builds; checked by them against the sources, so it may stay. */
  readonly builds: string;
  /** First on PATH, in this order. */
  readonly bins: readonly string[];
  /** First on Python's path, in this order. */
  readonly pythonPath: readonly string[];
}

/**
 * The environment of untrusted code: what toolchains need to be found and nothing else. No key, no
 * token, no home of the user's.
 */
export function sandboxEnvironment(env: Env, folders: SandboxFolders): Record<string, string> {
  const { home, temp, builds } = folders;
  const path = [...folders.bins, env['PATH'] ?? env['Path'] ?? ''].join(delimiter);
  return {
    ...toolchains(env),
    PATH: path,
    HOME: home,
    USERPROFILE: home,
    TMPDIR: temp,
    TEMP: temp,
    TMP: temp,
    GOCACHE: join(builds, 'go'),
    CARGO_TARGET_DIR: join(builds, 'cargo'),
    LANG: 'C.UTF-8',
    CI: '1',
    NO_COLOR: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    ...(folders.pythonPath.length > 0 && { PYTHONPATH: folders.pythonPath.join(delimiter) }),
  };
}

function toolchains(env: Env): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, folder] of Object.entries(TOOLCHAINS)) {
    const usual = folder === undefined ? undefined : join(homedir(), folder);
    const value = env[name] ?? (usual !== undefined && existsSync(usual) ? usual : undefined);
    if (value !== undefined) found[name] = value;
  }
  return found;
}
