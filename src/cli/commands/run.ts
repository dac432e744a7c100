import type { EventFields } from '../../core/api/events';
import type { RunSettings } from '../../core/api/settings';
import { startRun } from '../../core/run';
import { applyWinner } from '../apply-winner';
import { exitCodeOf } from '../exit-code';
import { createJsonReporter } from '../reporters/json';
import { createTerminalReporter } from '../reporters/terminal';
import { runSettings } from '../run-options';
import type { Shell } from '../shell';

/** `winnow run`: resolves to the exit status. */
export async function run(
  shell: Shell,
  location: string,
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const settings = runSettings(location, options, shell.env, shell.cwd);
  const json = options['json'] === true;
  return runAndReport(shell, settings, { json, apply: options['apply'] === true });
}

/** Runs with these settings and reports on the terminal or as JSON lines. */
export async function runAndReport(
  shell: Shell,
  settings: RunSettings,
  { json, apply }: { readonly json: boolean; readonly apply: boolean },
): Promise<number> {
  const report = json ? createJsonReporter(shell.stdout) : createTerminalReporter(shell.stdout);
  let base: EventFields['snapshot-taken'] | undefined;
  let finished: EventFields['run-finished'] | undefined;
  for await (const event of startRun(settings, shell.surroundings, shell.signal)) {
    report(event);
    if (event.type === 'snapshot-taken') base = event;
    if (event.type === 'run-finished') finished = event;
  }
  if (!finished) throw new Error('the run ended without a run-finished event');
  if (apply && base && finished.diff !== undefined) {
    await applyWinner(base, finished.diff);
    (json ? shell.stderr : shell.stdout).write(`Applied to ${base.base.path}.\n`);
  }
  return exitCodeOf(finished.outcome);
}
