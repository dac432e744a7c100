import { ts, type SeededBug } from './seeded-bug';

export const bugsInTypescript: readonly SeededBug[] = [
  ts(
    'await is missing',
    `export async function loadUser(id: string, store: Store): Promise<string> {
  const user = «¦await »store.find(id);
  if (!user) throw new Error('unknown user');
  return user.name;
}`,
    'Expected: "Ada"\nReceived: undefined',
  ),
  ts(
    'the promise leaves the try',
    `export async function attempt<T>(job: () => Promise<T>, fallback: T): Promise<T> {
  try {
    return «¦await »job();
  } catch {
    return fallback;
  }
}`,
  ),
  ts(
    'the clamp has its bounds swapped',
    `export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, «high), low¦low), high»);
}`,
  ),
  ts(
    'min for max',
    `export function overlap(a: Range, b: Range): number {
  const start = Math.max(a.start, b.start);
  const end = Math.«max¦min»(a.end, b.end);
  return Math.max(0, end - start);
}`,
  ),
  ts(
    'the overlap is negative',
    `export function merge(windows: readonly Window[]): Window[] {
  const merged: Window[] = [];
  for (const window of [...windows].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && window.from «<¦<=» last.to) last.to = Math.max(last.to, window.to);
    else merged.push({ ...window });
  }
  return merged;
}`,
  ),
  ts(
    'a cache is read under the wrong key',
    `export class Cache {
  private readonly entries = new Map<string, string>();
  get(scope: string, key: string): string | undefined {
    return this.entries.get(\`\${scope}:\${«scope¦key»}\`);
  }
}`,
  ),
  ts(
    'truthiness rejects an empty text',
    `export function render(name: string | undefined): string {
  if («!name¦name === undefined») return 'anonymous';
  return name;
}`,
    "expected 'anonymous' to equal ''",
  ),
  ts(
    'the reset forgets the state',
    `export function advance(state: State): State {
  const next = state.index + 1;
  if (next «>¦>=» state.items.length) return { ...state, index: 0 };
  return { ...state, index: next };
}`,
  ),
];
