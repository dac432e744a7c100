import * as vscode from 'vscode';
import type { RunEvent } from '../../core/api/events';
import type { RunStore } from '../../core/api/store';
import type { RunView } from '../../core/view';
import { foldEvents, mergeDeltas } from '../../core/view';
import { isOpen } from './is-open';

/** What has happened in the run that goes on. */
export interface RunNews {
  readonly run: string;
  readonly events: readonly RunEvent[];
}

/** Views of stored runs that are kept in memory. */
const KEPT = 60;

/** As many stored runs are looked through for those of this workspace. */
const LOOKED_AT = 500;

/** All runs that can be shown: the one that goes on, and the stored ones. */
export class RunLibrary implements vscode.Disposable {
  readonly #news = new vscode.EventEmitter<RunNews>();
  readonly #changes = new vscode.EventEmitter<void>();
  readonly #views = new Map<string, RunView>();
  /** Where runs took place, once known: those of all projects are kept in one place. */
  readonly #workspaces = new Map<string, string>();
  #live: string | undefined;

  /** Something happened in the run that goes on. */
  readonly onNews = this.#news.event;
  /** There are other runs than before. */
  readonly onChange = this.#changes.event;

  constructor(private readonly store: RunStore) {}

  /** Id of the run that goes on. */
  get live(): string | undefined {
    return this.#live;
  }

  /** Ids of runs on folders that are open here, newest first; at most `limit` of them. */
  async list(limit: number): Promise<readonly string[]> {
    const stored = (await this.store.list()).slice(0, LOOKED_AT);
    const isLiveMissing = this.#live !== undefined && !stored.includes(this.#live);
    const here: string[] = isLiveMissing && this.#live !== undefined ? [this.#live] : [];
    for (const run of stored) {
      if (here.length >= limit) break;
      const workspace = this.#workspaces.get(run) ?? (await this.view(run))?.start?.workspace;
      if (workspace === undefined) continue;
      this.#workspaces.set(run, workspace);
      if (isOpen(workspace)) here.push(run);
    }
    return here;
  }

  /** Undefined if there is no such run. */
  async view(run: string): Promise<RunView | undefined> {
    const known = this.#views.get(run);
    if (known) return known;
    const view = foldEvents(mergeDeltas(await this.store.read(run)));
    if (!view.start) return undefined;
    // One without an end may go on elsewhere, on the command line: it is read again next time.
    if (view.end) this.#keep(run, view);
    return view;
  }

  /** Takes the next events of the run that goes on; the first ones make it the one. */
  take(events: readonly RunEvent[]): void {
    const run = events[0]?.run;
    if (run === undefined) return;
    const merged = mergeDeltas(events);
    this.#keep(run, foldEvents(merged, this.#views.get(run)));
    const isNew = this.#live !== run;
    this.#live = run;
    if (isNew) this.#changes.fire();
    this.#news.fire({ run, events: merged });
  }

  /** No run goes on any more. */
  settle(): void {
    this.#live = undefined;
    this.#changes.fire();
  }

  /** Runs may have come or gone elsewhere. */
  refresh(): void {
    this.#changes.fire();
  }

  async remove(run: string): Promise<void> {
    await this.store.remove(run);
    this.#views.delete(run);
    this.#changes.fire();
  }

  dispose(): void {
    this.#news.dispose();
    this.#changes.dispose();
  }

  #keep(run: string, view: RunView): void {
    this.#views.delete(run);
    this.#views.set(run, view);
    for (const oldest of this.#views.keys()) {
      if (this.#views.size <= KEPT) return;
      if (oldest !== this.#live) this.#views.delete(oldest);
    }
  }
}
