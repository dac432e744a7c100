import type { Surroundings } from '../core/api/settings';

/** What a command of the CLI may use of the outer world. */
export interface Shell {
  readonly signal: AbortSignal;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly surroundings: Surroundings;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}
