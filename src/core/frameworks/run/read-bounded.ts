import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Largest report that is read, in bytes; more is taken for a report that was never finished. */
const REPORT_BYTES = 64 * 1024 * 1024;

/** The tests may have put a link or a pipe in the report's place: neither is followed nor waited for. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** A report's text; undefined if there is no such regular file or it is larger than is read. */
export async function readBounded(path: string): Promise<string | undefined> {
  let file;
  try {
    file = await open(path, FLAGS);
  } catch {
    return undefined;
  }
  try {
    const stats = await file.stat();
    if (!stats.isFile() || stats.size > REPORT_BYTES) return undefined;
    return await file.readFile('utf8');
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}
