/** What one command of an overlay sandbox finds around it. Absolute paths, without links in them. */
export interface Jail {
  /** The workspace: seen through an overlay at its own path. */
  readonly root: string;
  /** Upper layers of all overlays, one folder each; may be written. */
  readonly layers: string;
  /** Counts the commands that use the same layers. */
  readonly turn: number;
  /** An empty folder to put the mounts together in. */
  readonly stage: string;
  /** Folders that are replaced by empty ones of this command's own. */
  readonly covers: readonly string[];
  /** Shown as they are although they stand in a covered folder; read-only. */
  readonly visible: readonly string[];
  /** Of toolchains: may be written, and what is written goes with the sandbox. */
  readonly disposable: readonly string[];
  /** Folders and files that hold credentials; empty in the sandbox. */
  readonly hidden: readonly Hidden[];
  /** A folder in the shape of `/dev`, in which the devices are put in their places. */
  readonly devices: string;
  /** Stands in the place of the list of accounts; undefined where that is right as it is. */
  readonly accounts: string | undefined;
  /** Real folders that may be written. */
  readonly writable: readonly string[];
  /** Who the command is, by number, inside. */
  readonly user: { readonly uid: number; readonly gid: number };
}

export interface Hidden {
  readonly path: string;
  readonly isFolder: boolean;
}

/** Devices that programs need; there are no others. */
export const DEVICES = ['null', 'zero', 'full', 'random', 'urandom', 'tty'] as const;

/** The name of the workspace's own layer. */
export const TREE = 'tree';

/** Where the contents of a layer are, below the folder of layers. */
export function upperFolder(name: string): string {
  return `${name}/upper`;
}

/** What the kernel works in while a layer is mounted; new each time. */
export function workFolder(name: string, turn: number): string {
  return `${name}/work-${turn}`;
}

/** The names of the layers of a jail, its tree's first. */
export function layerNames({ disposable }: Pick<Jail, 'disposable'>): readonly string[] {
  return [TREE, ...disposable.map((_, i) => `tool-${i}`)];
}
