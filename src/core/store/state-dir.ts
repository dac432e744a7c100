import envPaths from 'env-paths';

/**
 * The folder that keeps the runs, shared by the CLI and the editor: `WINNOW_HOME` if it is set,
 * else the platform's place for an application's data.
 */
export function stateDirOf(env: Readonly<Record<string, string | undefined>>): string {
  return env['WINNOW_HOME'] ?? envPaths('winnow', { suffix: '' }).data;
}
