import type { RunEvent } from './events';

/** The append-only logs of all runs, shared by the CLI and the editor. */
export interface RunStore {
  append(event: RunEvent): Promise<void>;
  /** Ids of the stored runs, newest first. */
  list(): Promise<readonly string[]>;
  /** The readable events of a run, in order; empty if there is no such run. Broken lines are skipped. */
  read(run: string): Promise<readonly RunEvent[]>;
  remove(run: string): Promise<void>;
}
