#!/usr/bin/env node
import { CommanderError } from 'commander';
import { HumanError, messageOf } from '../core/util/human-error';
import { ExitCode } from './exit-code';
import { createProgram } from './program';
import { listenForInterrupt } from './interrupt';

/** The whole process: arguments in, exit code out. Everything it waits for ends with the signal. */
async function main(): Promise<number> {
  const interrupt = listenForInterrupt();
  try {
    return await createProgram(interrupt.signal).run(process.argv.slice(2));
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : ExitCode.usage;
    if (interrupt.signal.aborted) return ExitCode.cancelled;
    const text = error instanceof HumanError ? error.message : describeBug(error);
    process.stderr.write(`winnow: ${text}\n`);
    return ExitCode.usage;
  } finally {
    interrupt.release();
  }
}

function describeBug(error: unknown): string {
  const details = error instanceof Error ? (error.stack ?? error.message) : messageOf(error);
  return `something went wrong inside Winnow; your files were not touched.\n${details}`;
}

// A reader that goes away (`winnow … | head`) must not look like a crash.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void main().then((code) => {
  process.exitCode = code;
});
