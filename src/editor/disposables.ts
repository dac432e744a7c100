import type * as vscode from 'vscode';

/** Collects what has to be disposed of together; stays safe to use after its own disposal. */
export class Disposables implements vscode.Disposable {
  readonly #items = new Set<vscode.Disposable>();
  #disposed = false;

  /** Takes over the item; one that comes too late is disposed of at once. */
  add<T extends vscode.Disposable>(item: T): T {
    if (this.#disposed) item.dispose();
    else this.#items.add(item);
    return item;
  }

  dispose(): void {
    this.#disposed = true;
    for (const item of this.#items) item.dispose();
    this.#items.clear();
  }
}
