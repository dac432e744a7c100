import type * as vscode from 'vscode';
import { OPENAI_BASE, parseAddress } from '../../core/models/openai/address';

/**
 * API keys in VS Code's secret storage, one a server: a key is never sent to another server than
 * the one it was given for, whatever a workspace's settings say.
 */
export interface ApiKeys {
  /** `baseUrl` as in the settings; undefined is OpenAI itself. */
  get(baseUrl: string | undefined): Promise<string | undefined>;
  /** An empty key removes the stored one. */
  set(baseUrl: string | undefined, key: string): Promise<void>;
}

export function createApiKeys(secrets: vscode.SecretStorage): ApiKeys {
  const nameOf = (baseUrl: string | undefined) => `winnow.apiKey ${serverOf(baseUrl)}`;
  return {
    get: async (baseUrl) => secrets.get(nameOf(baseUrl)),
    set: async (baseUrl, key) => {
      if (key === '') await secrets.delete(nameOf(baseUrl));
      else await secrets.store(nameOf(baseUrl), key);
    },
  };
}

/** Scheme, host and port of the server at a base address. */
export function serverOf(baseUrl: string | undefined): string {
  const address = parseAddress(baseUrl ?? OPENAI_BASE);
  return address ? new URL(address.bases[0]).origin : (baseUrl ?? OPENAI_BASE);
}

/** Whether a server is likely to want a key: one that is not on this machine or network. */
export function isHosted(baseUrl: string | undefined): boolean {
  const server = serverOf(baseUrl);
  if (!URL.canParse(server)) return false;
  const { protocol, hostname } = new URL(server);
  return protocol === 'https:' && hostname.includes('.') && !/^[\d.]+$/.test(hostname);
}
