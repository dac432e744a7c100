import * as vscode from 'vscode';
import type { CandidateTarget, RunTarget } from '../commands/ids';
import type { Shell } from '../shell';
import { candidateItem, runItem } from './run-items';

/** As many runs as the view shows. */
const SHOWN = 50;

/** How often the run that goes on is drawn again, in milliseconds. */
const BEAT_MS = 400;

type Node = RunTarget | CandidateTarget;

/** The list of runs, newest first, with their candidates below. */
export class RunsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<Node | undefined>();
  readonly #listeners: vscode.Disposable;
  /** One node a run, so that VS Code recognises it when only that run changes. */
  readonly #nodes = new Map<string, RunTarget>();
  #timer: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(private readonly shell: Pick<Shell, 'library' | 'decisions'>) {
    const { library, decisions } = shell;
    this.#listeners = vscode.Disposable.from(
      library.onChange(() => this.#changes.fire(undefined)),
      library.onNews(({ run }) => this.#redraw(run)),
      decisions.onChange((run) => this.#changes.fire(this.#nodes.get(run))),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changes.fire(undefined)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#changes.fire(undefined)),
    );
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!vscode.workspace.isTrusted) return [];
    const { library } = this.shell;
    if (node) {
      const view = 'candidate' in node ? undefined : await library.view(node.run);
      return (view?.candidates ?? []).map(({ id }) => ({ run: node.run, candidate: id }));
    }
    return (await library.list(SHOWN)).map((run) => this.#nodeOf(run));
  }

  getParent(node: Node): Node | undefined {
    return 'candidate' in node ? this.#nodeOf(node.run) : undefined;
  }

  async getTreeItem(node: Node): Promise<vscode.TreeItem> {
    const { library, decisions } = this.shell;
    const view = await library.view(node.run);
    const live = library.live === node.run;
    if (!view) return new vscode.TreeItem('This run is not stored any more.');
    if (!('candidate' in node)) return runItem(view, live, decisions.of(node.run));
    const candidate = view.candidates.find(({ id }) => id === node.candidate);
    return candidate ? candidateItem(view, candidate, live) : new vscode.TreeItem(node.candidate);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
    this.#changes.dispose();
  }

  #nodeOf(run: string): RunTarget {
    const node = this.#nodes.get(run) ?? { run };
    this.#nodes.set(run, node);
    return node;
  }

  #redraw(run: string): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#changes.fire(this.#nodes.get(run));
    }, BEAT_MS);
  }
}
