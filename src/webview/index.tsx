import '@vscode/codicons/dist/codicon.css';
import './style.css';
import { render } from 'preact';
import type { FromPage, ToPage } from './messages';
import { App } from './parts/app';
import { reveal } from './reveal';
import { receive, type Shown } from './state';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const editor = acquireVsCodeApi();
const root = document.getElementById('root');
let shown: Shown = { kind: 'loading' };

function draw(): void {
  if (root) render(<App shown={shown} send={(message) => editor.postMessage(message)} />, root);
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'reveal') {
    reveal(data.candidate);
    return;
  }
  shown = receive(shown, data);
  draw();
});

draw();
editor.postMessage({ type: 'ready' });
