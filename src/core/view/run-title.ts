import type { Task } from '../api/task';

/** A task in a few words: `price.ts:10-20`. */
export function taskTitle({ file, range }: Task): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const lines = range.first === range.last ? `${range.first}` : `${range.first}-${range.last}`;
  return `${name}:${lines}`;
}
