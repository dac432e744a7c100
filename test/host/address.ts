import type { Server } from './server';

/** What a page of a served VS Code shows. All paths are absolute. */
export interface PageContents {
  readonly folder: string;
  /** Folder of an extension under development. */
  readonly extension?: string;
  /** Module whose `run` is called in the extension host. */
  readonly tests?: string;
  readonly file?: string;
}

/** The address of such a page on a server. */
export function addressOf(
  { port, token }: Pick<Server, 'port' | 'token'>,
  contents: PageContents,
): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
  const { folder, extension, tests, file } = contents;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  if (file !== undefined) payload.push(['openFile', remote(file)]);
  const query = new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}
