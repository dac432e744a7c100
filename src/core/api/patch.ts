import type { LineRange } from './task';

/** The change of one file. `before` lets whoever applies it notice a stale base. */
export interface FileChange {
  /** Relative to the snapshot's root, with forward slashes. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Text edits against the snapshot, at most one entry a file. */
export interface Patch {
  readonly changes: readonly FileChange[];
}

/** What a reply is parsed against: the task's file and the lines that were selected in it. */
export interface PatchTarget {
  readonly path: string;
  readonly text: string;
  readonly range: LineRange;
}

export type ParsedReply =
  /** `note` says what had to be tolerated, e.g. "indentation adjusted". */
  | { readonly kind: 'patch'; readonly patch: Patch; readonly note?: string }
  /** The reply is not written in this format at all: try the next one. */
  | { readonly kind: 'unrecognised' }
  /** It is in this format and cannot be applied; the reason is shown to the user. */
  | { readonly kind: 'malformed'; readonly reason: string }
  /** It is well-formed and names a file that is not the task's. */
  | { readonly kind: 'out-of-task'; readonly paths: readonly string[] };

/** One way a model may write down a patch. */
export interface PatchFormat {
  readonly id: string;
  parse(reply: string, target: PatchTarget): ParsedReply;
}
