import type * as vscode from 'vscode';
import type { ConnectionTest } from '../../core/models/openai';
import type { Shell } from '../shell';

/** Asks a server for its models, with the key that is stored for it. */
export async function askServer(
  { keys, surroundings }: Shell,
  baseUrl: string | undefined,
  token: vscode.CancellationToken,
): Promise<ConnectionTest> {
  const { testConnection } = await import('../../core/models/openai');
  const apiKey = await keys.get(baseUrl);
  const controller = new AbortController();
  const listener = token.onCancellationRequested(() => controller.abort());
  try {
    return await testConnection({
      ...(baseUrl !== undefined && { baseUrl }),
      ...(apiKey !== undefined && { apiKey }),
      env: surroundings.env,
      signal: controller.signal,
    });
  } finally {
    listener.dispose();
  }
}
