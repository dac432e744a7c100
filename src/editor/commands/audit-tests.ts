import { noticeOf } from '../outcomes/notice';
import { showNotice } from '../outcomes/show-notice';
import { workspaceFolderOf } from '../files/workspace-folder';
import { inBackground } from '../failure';
import { readSettings } from '../settings/read-settings';
import type { Shell } from '../shell';
import { chosenLines } from '../solve/chosen-lines';
import { makeRoom } from '../solve/make-room';
import { runWithProgress } from '../solve/run-with-progress';
import type { SolveResult } from '../solve/solve';
import { unsavedBuffers } from '../solve/unsaved-buffers';
import { mayRun } from '../trust';

/** Judges how well the tests can tell right from wrong in the selected code; samples nothing. */
export async function auditTests(shell: Shell): Promise<SolveResult | undefined> {
  if (!mayRun()) return undefined;
  const { file, lines } = await chosenLines(shell.syntax, 'that your tests should pin down');
  const { tests, sandbox, sampling, auditMs } = readSettings(file);
  if (!(await makeRoom(shell))) return undefined;
  const workspace = workspaceFolderOf(file).uri.fsPath;
  const settings = {
    file: file.fsPath,
    range: lines,
    workspace,
    buffers: unsavedBuffers(workspace),
    tests,
    sandbox,
    seed: sampling.seed,
    ...(auditMs !== undefined && { auditMs }),
  };
  const task = { file: file.path, range: lines };
  const view = await runWithProgress(shell, task, (core, surroundings, signal) =>
    core.auditCode(settings, surroundings, signal),
  );
  if (!view.start || !view.end) return undefined;
  const notice = noticeOf(view);
  if (notice) inBackground(showNotice({ ...notice, offers: [] }), shell.log);
  return { run: view.start.run, outcome: view.end.outcome };
}
