/** A program to run with untrusted code in it. */
export interface CommandRequest {
  /** Program and arguments; never interpreted by a shell. */
  readonly argv: readonly [string, ...string[]];
  /** Absolute working directory. */
  readonly cwd: string;
  /** The complete environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly limits: ProcessLimits;
}

export interface ProcessLimits {
  /** Wall clock, in milliseconds. */
  readonly timeMs: number;
  /** Resident memory of the whole process tree, in bytes. */
  readonly memoryBytes: number;
  /** Kept of stdout and of stderr each, in bytes: head and tail, the middle dropped. */
  readonly outputBytes: number;
  /** Processes alive at a time in the tree. */
  readonly processes: number;
  /** Largest file a process may write, in bytes. */
  readonly fileBytes: number;
}

export type ProcessEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'signalled'; readonly signal: string }
  | { readonly kind: 'timed-out'; readonly limitMs: number }
  | { readonly kind: 'out-of-memory'; readonly limitBytes: number }
  | { readonly kind: 'too-many-processes'; readonly limit: number }
  | { readonly kind: 'cancelled' }
  /** The program could not be started at all; the reason is for people. */
  | { readonly kind: 'not-started'; readonly reason: string };

export interface ProcessOutcome {
  readonly end: ProcessEnd;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}
