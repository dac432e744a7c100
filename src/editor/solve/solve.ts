import type { RunSettings } from '../../core/api/settings';
import type { Outcome } from '../../core/api/events';
import { inBackground } from '../failure';
import { workspaceFolderOf } from '../files/workspace-folder';
import { presentOutcome } from '../outcomes/present';
import { readSettings } from '../settings/read-settings';
import type { Shell } from '../shell';
import { modelSettings } from './model-settings';
import { watchAttention } from './attention';
import type { SolveRequest } from './request';
import { makeRoom } from './make-room';
import { runWithProgress } from './run-with-progress';
import { unsavedBuffers } from './unsaved-buffers';

/** How a run ended, for whoever called the command. */
export interface SolveResult {
  readonly run: string;
  readonly outcome: Outcome;
}

/**
 * Solves a request and presents what came of it. Resolves when the run has ended; undefined if none
 * was begun.
 */
export async function solve(shell: Shell, request: SolveRequest): Promise<SolveResult | undefined> {
  const settings = await runSettings(shell, request);
  if (!settings || !(await makeRoom(shell))) return undefined;
  const attention = watchAttention();
  const view = await runWithProgress(
    shell,
    { file: request.file.path, range: request.lines },
    (core, surroundings, signal) => core.startRun(settings, surroundings, signal),
  ).finally(() => attention.release());
  if (!view.start || !view.end) return undefined;
  // Not awaited: a message stays until the user answers it.
  inBackground(presentOutcome(shell, request, view, attention), shell.log);
  return { run: view.start.run, outcome: view.end.outcome };
}

async function runSettings(
  { keys }: Shell,
  { file, lines, instruction, force }: SolveRequest,
): Promise<RunSettings | undefined> {
  const folder = workspaceFolderOf(file);
  const settings = readSettings(file);
  const model = await modelSettings(settings, keys);
  if (!model) return undefined;
  return {
    file: file.fsPath,
    range: lines,
    ...(instruction !== undefined && instruction !== '' && { instruction }),
    workspace: folder.uri.fsPath,
    buffers: unsavedBuffers(folder.uri.fsPath),
    model,
    sampling: settings.sampling,
    tests: settings.tests,
    sandbox: settings.sandbox,
    force,
    allowOutside: settings.allowOutside,
  };
}
