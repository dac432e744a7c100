import * as vscode from 'vscode';
import type { FromPage, PageState, ToPage } from '../../webview/messages';
import type { Decisions } from '../runs/decisions';
import type { RunLibrary, RunNews } from '../runs/run-library';
import { handlePageMessage } from './page-messages';
import { pageHtml } from './page-html';

/** Id of the view, as in the manifest. */
export const TRACES = 'winnow.traces';

/** The page with every candidate's reasoning beside its verdict, for one run at a time. */
export class TracesView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #listeners: vscode.Disposable;
  #view: vscode.WebviewView | undefined;
  #shown: string | undefined;
  /** To be brought into view once the page is there. */
  #wanted: string | undefined;

  constructor(
    private readonly library: RunLibrary,
    private readonly decisions: Decisions,
    private readonly dist: vscode.Uri,
  ) {
    this.#listeners = vscode.Disposable.from(
      library.onNews((news) => this.#tell(news)),
      library.onChange(() => void this.#show()),
      decisions.onChange(() => void this.#show()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.#show()),
    );
  }

  /** The run that the page shows. */
  get shown(): string | undefined {
    return this.#shown;
  }

  /** Shows a run that begins, and the page, without taking the cursor away from where it is. */
  async follow(run: string): Promise<void> {
    this.#shown = run;
    await this.#show();
    await vscode.commands.executeCommand(`${TRACES}.focus`, { preserveFocus: true });
  }

  /** Shows a run because the user asked for it. */
  async open(run: string): Promise<void> {
    this.#shown = run;
    await this.#show();
    await vscode.commands.executeCommand(`${TRACES}.focus`);
  }

  /** Brings a candidate's card into view if the page is there. */
  async reveal(run: string, candidate: string): Promise<void> {
    this.#wanted = candidate;
    if (this.#shown !== run) {
      this.#shown = run;
      await this.#show();
    }
    this.#revealWanted();
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: [this.dist] };
    webview.onDidReceiveMessage(async (message: FromPage) => {
      if (message.type !== 'ready') return handlePageMessage(message);
      await this.#show();
      this.#revealWanted();
    });
    view.onDidDispose(() => (this.#view = undefined));
    webview.html = pageHtml(webview, this.dist);
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  async #show(): Promise<void> {
    if (!this.#view) return;
    this.#post({ type: 'show', state: await this.#state() });
  }

  async #state(): Promise<PageState> {
    if (!vscode.workspace.isTrusted) return { kind: 'restricted' };
    this.#shown ??= await this.#newest();
    const run = this.#shown;
    const view = run === undefined ? undefined : await this.library.view(run);
    if (run === undefined || !view) return { kind: 'empty' };
    const decision = this.decisions.of(run);
    return { kind: 'run', view, live: this.library.live === run, ...(decision && { decision }) };
  }

  /** What was seen last before a restart, as far as it was about this workspace. */
  async #newest(): Promise<string | undefined> {
    return (await this.library.list(1))[0];
  }

  #tell({ run, events }: RunNews): void {
    if (run === this.#shown) this.#post({ type: 'events', run, events });
  }

  #revealWanted(): void {
    if (this.#wanted === undefined || !this.#view?.visible) return;
    this.#post({ type: 'reveal', candidate: this.#wanted });
    this.#wanted = undefined;
  }

  #post(message: ToPage): void {
    void this.#view?.webview.postMessage(message);
  }
}
