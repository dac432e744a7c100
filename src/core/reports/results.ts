import type { ReadTests } from '../api/framework';
import type { TestResult } from '../api/report';

/** What a reader says of a report that is missing, cut off or not in its format. */
export const NO_REPORT: ReadTests = { tests: [], complete: false };

/** Longest message kept of one test, in characters: its beginning and its end. */
const MESSAGE_LIMIT = 8_000;

/** A failure message without colour codes, of bearable length. */
export function tidyMessage(text: string): string {
  const plain = text.replace(/\u001b\[[\d;]*m/g, '').trim();
  if (plain.length <= MESSAGE_LIMIT) return plain;
  const half = MESSAGE_LIMIT / 2;
  return `${plain.slice(0, half)}\n…\n${plain.slice(-half)}`;
}

/** Fields that are only there when known. */
export function details(known: {
  readonly file: string | undefined;
  readonly durationMs?: number | undefined;
  readonly message?: string | undefined;
}): Partial<TestResult> {
  const { file, durationMs, message } = known;
  return {
    ...(file !== undefined && { file }),
    ...(durationMs !== undefined && Number.isFinite(durationMs) && { durationMs }),
    ...(message !== undefined && { message: tidyMessage(message) }),
  };
}
