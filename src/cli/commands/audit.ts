import type { EventFields } from '../../core/api/events';
import type { AuditSettings } from '../../core/api/settings';
import { auditCode } from '../../core/run';
import * as v from 'valibot';
import { exitCodeOf } from '../exit-code';
import { parseDuration } from '../location';
import { createJsonReporter } from '../reporters/json';
import { createTerminalReporter } from '../reporters/terminal';
import type { Shell } from '../shell';
import { defined, parseFlags, testingFlags, testingSettings } from '../testing-options';

const flags = v.object({ ...testingFlags, auditTime: v.optional(v.string()) });

/** `winnow audit`: judges the tests of a selection; resolves to the exit status. */
export async function audit(
  shell: Shell,
  location: string,
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const settings = auditSettings(location, options, shell.cwd);
  const json = options['json'] === true;
  const report = json ? createJsonReporter(shell.stdout) : createTerminalReporter(shell.stdout);
  let finished: EventFields['run-finished'] | undefined;
  for await (const event of auditCode(settings, shell.surroundings, shell.signal)) {
    report(event);
    if (event.type === 'run-finished') finished = event;
  }
  if (!finished) throw new Error('the audit ended without a run-finished event');
  return exitCodeOf(finished.outcome);
}

function auditSettings(location: string, options: unknown, cwd: string): AuditSettings {
  const given = parseFlags(flags, options);
  const { seed, auditTime } = given;
  return {
    ...testingSettings(location, given, cwd),
    seed,
    ...defined({ auditMs: auditTime === undefined ? undefined : parseDuration(auditTime) }),
  };
}
