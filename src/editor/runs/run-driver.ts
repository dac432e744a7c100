import * as vscode from 'vscode';
import type * as core from '../../core/run';
import type { RunEvent } from '../../core/api/events';
import type { Surroundings } from '../../core/api/settings';
import { HumanError } from '../../core/util/human-error';
import type { RunView } from '../../core/view';
import { createBatcher } from './batcher';
import { eventLine } from './event-line';
import type { RunLibrary } from './run-library';

/** How often what happened is handed on, in milliseconds: smooth to the eye, cheap to draw. */
const BEAT_MS = 80;

/** The engine's entry, loaded on its first use, so that opening a file stays cheap. */
export type Core = typeof core;

/** Begins a run or an audit. */
export type Begin = (
  core: Core,
  surroundings: Surroundings,
  signal: AbortSignal,
) => AsyncIterable<RunEvent>;

interface CurrentRun {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** Drives the engine, one run at a time, and tells the library what happens. */
export class RunDriver {
  #current: CurrentRun | undefined;

  constructor(
    private readonly library: RunLibrary,
    private readonly surroundings: Surroundings,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  get busy(): boolean {
    return this.#current !== undefined;
  }

  /** Ends the run that goes on, and resolves when nothing of it is left. */
  async cancel(): Promise<void> {
    this.#current?.controller.abort();
    await this.#current?.ended;
  }

  /**
   * Runs to the end. Throws a HumanError for settings that make no run, and while another goes on.
   * `token` cancels, as `cancel` does.
   */
  async run(begin: Begin, token: vscode.CancellationToken): Promise<RunView> {
    if (this.busy) throw new HumanError('Winnow is still at work. Cancel that run first.');
    const controller = new AbortController();
    const listener = token.onCancellationRequested(() => controller.abort());
    if (token.isCancellationRequested) controller.abort();
    void vscode.commands.executeCommand('setContext', 'winnow.running', true);
    const running = this.#follow(begin, controller.signal).finally(() => {
      listener.dispose();
      this.#current = undefined;
      this.library.settle();
      void vscode.commands.executeCommand('setContext', 'winnow.running', false);
    });
    const ended = running.then(
      () => undefined,
      () => undefined,
    );
    this.#current = { controller, ended };
    const run = await running;
    const view = await this.library.view(run);
    if (!view) throw new Error(`nothing is known of the run ${run}`);
    return view;
  }

  /** Resolves to the run's id. */
  async #follow(begin: Begin, signal: AbortSignal): Promise<string> {
    const loaded = await import('../../core/run');
    const batcher = createBatcher<RunEvent>(BEAT_MS, (events) => this.library.take(events));
    let run = '';
    try {
      for await (const event of begin(loaded, this.surroundings, signal)) {
        run = event.run;
        batcher.push(event);
        const line = eventLine(event);
        if (line !== undefined) this.log.info(line);
      }
    } finally {
      batcher.flush();
    }
    return run;
  }
}
