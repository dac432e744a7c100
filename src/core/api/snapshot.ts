/** A text buffer of the editor that differs from the file on disk. */
export interface UnsavedBuffer {
  /** Absolute path. */
  readonly path: string;
  readonly text: string;
}

/** The workspace as the editor saw it when the run started. Never written to. */
export interface Snapshot {
  /** Absolute path of the copied tree: the repository, or the workspace where there is none. */
  readonly root: string;
  /** Identity of the contents: equal digests mean equal files. */
  readonly digest: string;
  /** Paths of all files, relative to the root, with forward slashes, sorted. */
  readonly files: readonly string[];
  /** Text of the files whose buffers are not saved, by path. */
  readonly unsaved: ReadonlyMap<string, string>;
  /** Paths that are not part of the snapshot although they are there: too large, unreadable. */
  readonly leftOut: readonly string[];
  /** The file's text, unsaved buffers first; undefined where there is no such text file. */
  read(path: string): Promise<string | undefined>;
}
