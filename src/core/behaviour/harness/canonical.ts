import { isPlain } from './encode';

/** A value written down so that equal behaviour gives equal texts. */
export interface Canonical {
  readonly text: string;
  /** A part of the value could not be looked into. */
  readonly opaque: boolean;
}

/** What an iterator is asked for at most, and how much of a value is written down. */
const MAX_ITEMS = 200;
const MAX_PARTS = 20_000;

/** The canonical text of any value: keys sorted, numbers to 12 digits, instances by name and fields. */
export function canonical(value: unknown): Canonical {
  const state = { opaque: false, parts: MAX_PARTS };
  const hidden = (text: string) => {
    state.opaque = true;
    return text;
  };
  const write = (part: unknown, around: readonly unknown[]): string => {
    if (state.parts-- <= 0) return hidden('…');
    if (typeof part === 'function') return hidden('function');
    if (typeof part !== 'object' || part === null) return primitive(part);
    if (around.includes(part)) return '<itself>';
    const inner = (held: unknown) => write(held, [...around, part]);
    return withParts(part, inner) ?? instance(part, inner, hidden);
  };
  const text = write(value, []);
  return { text, opaque: state.opaque };
}

function primitive(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return String(Number(value.toPrecision(12)) + 0);
  return typeof value === 'bigint' ? `${String(value)}n` : String(value);
}

/** Built-in kinds of objects; undefined for any other. */
function withParts(value: object, inner: (held: unknown) => string): string | undefined {
  if (Array.isArray(value)) return `[${Array.from(value, inner).join(', ')}]`;
  if (value instanceof Date) return `Date(${Number(value)})`;
  if (value instanceof RegExp) return String(value);
  if (value instanceof Error) return value.name;
  if (value instanceof Set)
    return `Set {${Array.from(value as Set<unknown>, inner)
      .sort()
      .join(', ')}}`;
  if (value instanceof Map) {
    const entries = Array.from(
      value as Map<unknown, unknown>,
      ([key, held]) => `${inner(key)} => ${inner(held)}`,
    );
    return `Map {${entries.sort().join(', ')}}`;
  }
  if (ArrayBuffer.isView(value) && 'length' in value)
    return `${nameOf(value)} [${Array.from(value as unknown as ArrayLike<unknown>, inner).join(', ')}]`;
  return undefined;
}

function instance(
  value: object,
  inner: (held: unknown) => string,
  hidden: (text: string) => string,
): string {
  if ('then' in value && typeof value.then === 'function') return hidden('Promise');
  if ('next' in value && typeof value.next === 'function' && Symbol.iterator in value) {
    const items: string[] = [];
    for (const item of value as Iterable<unknown>) if (items.push(inner(item)) >= MAX_ITEMS) break;
    return `iterator [${items.join(', ')}]`;
  }
  const keys = Object.keys(value).sort();
  const name = isPlain(value) ? '' : `${nameOf(value)} `;
  if (keys.length === 0 && name !== '') return hidden(`${name}{}`);
  const held = keys.map((key) => `${key}: ${inner((value as Record<string, unknown>)[key])}`);
  return `${name}{${held.join(', ')}}`;
}

function nameOf(value: object): string {
  const { constructor } = value as { constructor?: unknown };
  return typeof constructor === 'function' ? constructor.name : 'object';
}
