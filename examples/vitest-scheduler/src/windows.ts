/** A span of time in milliseconds since the epoch; the end is exclusive. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** Whether a moment lies inside a window. */
export function contains(window: Window, moment: number): boolean {
  return moment >= window.start && moment < window.end;
}

/** Length of a window in milliseconds; 0 for a window that ends before it starts. */
export function lengthOf(window: Window): number {
  return Math.max(0, window.end - window.start);
}

/** The time two windows share, or undefined if they share none. */
export function intersect(a: Window, b: Window): Window | undefined {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : undefined;
}

/** Joins windows that overlap or touch. The result is sorted and free of overlaps. */
export function mergeWindows(windows: readonly Window[]): Window[] {
  const sorted = [...windows].sort((a, b) => a.start - b.start);
  const merged: Window[] = [];
  for (const window of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && window.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: window.end };
    } else {
      merged.push(window);
    }
  }
  return merged;
}

/** What is left of a window once the blocked ones are cut out, in order. */
export function subtractWindows(window: Window, blocked: readonly Window[]): Window[] {
  const free: Window[] = [];
  let start = window.start;
  for (const block of mergeWindows(blocked)) {
    if (block.end <= start || block.start >= window.end) continue;
    if (block.start > start) free.push({ start, end: block.start });
    start = block.end;
  }
  if (start < window.end) free.push({ start, end: window.end });
  return free;
}
