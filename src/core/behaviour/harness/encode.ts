import type { Value } from '../../api/behaviour';

/** Larger arguments are data, and too much to change and to write down. */
const MAX_PARTS = 2_000;
const MAX_TEXT = 20_000;

/** A value in the model; undefined for one outside it. */
export function encode(value: unknown): Value | undefined {
  const budget = { parts: MAX_PARTS };
  return encodePart(value, [], budget);
}

function encodePart(
  value: unknown,
  around: readonly unknown[],
  budget: { parts: number },
): Value | undefined {
  if (budget.parts-- <= 0 || around.includes(value)) return undefined;
  switch (typeof value) {
    case 'undefined':
      return { kind: 'undefined' };
    case 'boolean':
      return { kind: 'bool', value };
    case 'bigint':
      return { kind: 'int', value: String(value) };
    case 'number':
      return { kind: 'number', value: Object.is(value, -0) ? '-0' : String(value) };
    case 'string':
      return value.length > MAX_TEXT ? undefined : { kind: 'text', value };
    case 'object':
      return value === null
        ? { kind: 'null' }
        : encodeObject(value, (part) => encodePart(part, [...around, value], budget));
    default:
      return undefined;
  }
}

type EncodePart = (part: unknown) => Value | undefined;

function encodeObject(value: object, part: EncodePart): Value | undefined {
  if (Array.isArray(value)) return withItems('list', value, part);
  if (value instanceof Set) return withItems('set', [...(value as Set<unknown>)], part);
  if (value instanceof Date) {
    const at = value.getTime();
    return Number.isNaN(at) ? undefined : { kind: 'date', value: at };
  }
  if (value instanceof Map) {
    const entries: [Value, Value][] = [];
    for (const [key, held] of value as Map<unknown, unknown>) {
      const [known, kept] = [part(key), part(held)];
      if (!known || !kept) return undefined;
      entries.push([known, kept]);
    }
    return { kind: 'map', entries };
  }
  return isPlain(value) ? encodePlain(value, part) : undefined;
}

function encodePlain(value: object, part: EncodePart): Value | undefined {
  if (Object.getOwnPropertySymbols(value).length > 0) return undefined;
  const entries: [string, Value][] = [];
  for (const [key, held] of Object.entries(value)) {
    const kept = part(held);
    if (!kept || key === '__proto__') return undefined;
    entries.push([key, kept]);
  }
  return { kind: 'object', entries };
}

function withItems(
  kind: 'list' | 'set',
  values: readonly unknown[],
  part: EncodePart,
): Value | undefined {
  const items: Value[] = [];
  for (const value of values) {
    const item = part(value);
    if (!item) return undefined;
    items.push(item);
  }
  return { kind, items };
}

/** Whether an object is `{…}`, of whichever realm. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The value again, new in every part. */
export function decode(value: Value): unknown {
  switch (value.kind) {
    case 'null':
      return null;
    case 'undefined':
      return undefined;
    case 'bool':
    case 'text':
      return value.value;
    case 'int':
      return BigInt(value.value);
    case 'number':
      return Number(value.value);
    case 'date':
      return new Date(value.value);
    case 'list':
    case 'tuple':
      return value.items.map(decode);
    case 'set':
      return new Set(value.items.map(decode));
    case 'map':
      return new Map(value.entries.map(([key, held]) => [decode(key), decode(held)]));
    case 'object':
      return Object.fromEntries(value.entries.map(([key, held]) => [key, decode(held)]));
  }
}
