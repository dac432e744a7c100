import { testConnection } from '../../core/models/openai';
import { ExitCode } from '../exit-code';
import type { Shell } from '../shell';

/** `winnow models`: what the configured server offers; the embedded model is always there. */
export async function listModels(
  shell: Shell,
  { baseUrl }: { readonly baseUrl?: string },
): Promise<number> {
  shell.stdout.write('embedded  (repairs failing tests; no key, no network)\n');
  const address = baseUrl ?? shell.env['WINNOW_BASE_URL'];
  const apiKey = shell.env['WINNOW_API_KEY'] ?? shell.env['OPENAI_API_KEY'];
  if (address === undefined && apiKey === undefined) {
    shell.stdout.write(
      'No server is configured. Set WINNOW_BASE_URL or WINNOW_API_KEY, or give --base-url.\n',
    );
    return ExitCode.winner;
  }
  const answer = await testConnection({
    ...(address !== undefined && { baseUrl: address }),
    ...(apiKey !== undefined && { apiKey }),
    env: shell.env,
    signal: shell.signal,
  });
  if (answer.kind === 'failed') {
    shell.stderr.write(`winnow: ${answer.failure.message}\n`);
    return ExitCode.modelError;
  }
  for (const name of answer.models) shell.stdout.write(`${name}\n`);
  return ExitCode.winner;
}
