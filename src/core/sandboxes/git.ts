import { runCommand } from '../process/run-command';

const LIMITS = {
  timeMs: 120_000,
  memoryBytes: 4 * 1024 ** 3,
  outputBytes: 512 * 1024 ** 2,
  processes: 64,
  fileBytes: 1024 ** 2,
};

/**
 * What git prints, or undefined where git is missing or refuses. It is asked not to write anything,
 * not even a refreshed index.
 */
export async function askGit(
  cwd: string,
  words: readonly string[],
  signal: AbortSignal,
): Promise<string | undefined> {
  const { PATH = '', HOME = '' } = process.env;
  const outcome = await runCommand(
    {
      argv: ['git', '-c', 'core.fsmonitor=false', '-c', 'core.quotepath=off', ...words],
      cwd,
      env: { PATH, HOME, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
      limits: LIMITS,
    },
    signal,
  );
  return outcome.end.kind === 'exited' && outcome.end.code === 0 ? outcome.stdout : undefined;
}
