import * as vscode from 'vscode';
import type { Decision } from '../../webview/messages';

const KEY = 'winnow.decisions';
const KEPT = 500;

/** What the user made of winners; kept over restarts. */
export class Decisions implements vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<string>();

  /** The run of which something was decided. */
  readonly onChange = this.#changes.event;

  constructor(private readonly memento: vscode.Memento) {}

  of(run: string): Decision | undefined {
    return this.#all()[run];
  }

  async decide(run: string, decision: Decision): Promise<void> {
    const others = Object.entries(this.#all()).filter(([id]) => id !== run);
    const kept = [...others, [run, decision] as const].slice(-KEPT);
    await this.memento.update(KEY, Object.fromEntries(kept));
    this.#changes.fire(run);
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #all(): Readonly<Record<string, Decision>> {
    return this.memento.get(KEY, {});
  }
}
