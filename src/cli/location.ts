import { resolve } from 'node:path';
import type { LineRange } from '../core/api/task';
import { HumanError } from '../core/util/human-error';

export interface Location {
  /** Absolute path. */
  readonly file: string;
  readonly range?: LineRange;
}

/** Reads `<file>[:<line>[-<line>]]`; lines are 1-based and inclusive. */
export function parseLocation(text: string, cwd: string): Location {
  const match = /^(.+?)(?::(\d+)(?:-(\d+))?)?$/s.exec(text);
  const file = match?.[1];
  if (file === undefined) throw new HumanError('Name a file: winnow run <file>:<first>-<last>.');
  if (match?.[2] === undefined) return { file: resolve(cwd, file) };
  const first = Number(match[2]);
  const last = Number(match[3] ?? match[2]);
  if (first < 1 || last < first)
    throw new HumanError(
      `Lines ${match[2]}-${match[3] ?? match[2]} are not a range: lines count from 1, the first before the last.`,
    );
  return { file: resolve(cwd, file), range: { first, last } };
}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** Reads `90s`, `10m`, `1h` into milliseconds. */
export function parseDuration(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([smh])$/.exec(text);
  const unit = UNITS[match?.[2] ?? ''];
  if (unit === undefined || Number(match?.[1]) <= 0)
    throw new HumanError(`"${text}" is not a duration. Write 90s, 10m or 1h.`);
  return Math.round(Number(match?.[1]) * unit);
}
