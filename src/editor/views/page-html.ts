import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** The page's frame: nothing but its own script and style is loaded, and nothing from outside. */
export function pageHtml(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64url');
  const address = (file: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="UTF-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <link rel="stylesheet" href="${address('webview.css')}" />
    <title>Winnow</title>
  </head>
  <body>
    <div id="root"></div>
    <script nonce="${nonce}" src="${address('webview.js')}"></script>
  </body>
</html>`;
}
