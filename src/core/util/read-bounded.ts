import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Largest report that is read, in bytes. */
export const REPORT_BYTES = 64 * 1024 * 1024;

/** The tests may have put a link or a pipe in the report's place: neither is followed nor waited for. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

export type BoundedText =
  | { readonly kind: 'text'; readonly text: string }
  /** There is no such regular file. */
  | { readonly kind: 'none' }
  | { readonly kind: 'too-large'; readonly limitBytes: number };

/** A report's text, if it is there and no larger than is read. */
export async function readBounded(path: string): Promise<BoundedText> {
  let file;
  try {
    file = await open(path, FLAGS);
  } catch {
    return { kind: 'none' };
  }
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return { kind: 'none' };
    if (stats.size > REPORT_BYTES) return { kind: 'too-large', limitBytes: REPORT_BYTES };
    return { kind: 'text', text: await file.readFile('utf8') };
  } catch {
    return { kind: 'none' };
  } finally {
    await file.close();
  }
}
