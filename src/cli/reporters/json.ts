import type { RunEvent } from '../../core/api/events';

/** One event a line. */
export function createJsonReporter(out: NodeJS.WritableStream): (event: RunEvent) => void {
  return (event) => void out.write(JSON.stringify(event) + '\n');
}
