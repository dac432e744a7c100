import { constants } from 'node:os';
import type { ProcessOutcome } from '../../api/process';
import type { Jail } from './jail';
import { COMPLAINT, mountScript, NOT_MADE } from './mount-script';

/** The program that makes namespaces, by its path: the sandbox's PATH may lead into the workspace. */
export const UNSHARE = '/usr/bin/unshare';

/** A command that runs another one in a jail, in a folder of it. */
export function enterJail(
  jail: Jail,
  cwd: string,
  argv: readonly [string, ...string[]],
): readonly [string, ...string[]] {
  const namespaces = ['--user', '--map-root-user', '--mount', '--pid', '--net', '--ipc'];
  return [
    UNSHARE,
    ...namespaces,
    '--propagation',
    'private',
    '--fork',
    '--kill-child=SIGKILL',
    '--',
    '/bin/sh',
    '-c',
    mountScript(jail),
    'sh',
    cwd,
    ...argv,
  ];
}

/** The outcome of the command itself: what the programs around it say of its end is read back. */
export function outcomeInside(outcome: ProcessOutcome): ProcessOutcome {
  const { end, stderr } = outcome;
  if (end.kind !== 'exited') return outcome;
  const complaint = stderr.split('\n').find((line) => line.startsWith(COMPLAINT));
  if (end.code === NOT_MADE && complaint !== undefined)
    return { ...outcome, end: { kind: 'not-started', reason: stderr.trim() } };
  const signal = Object.entries(constants.signals).find(([, value]) => value === end.code - 128);
  return signal ? { ...outcome, end: { kind: 'signalled', signal: signal[0] } } : outcome;
}
