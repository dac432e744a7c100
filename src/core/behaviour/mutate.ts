import type { Call, Value } from '../api/behaviour';
import type { Random } from '../util/random';

/**
 * Inputs like those given: these first, then changes of them, each in one place and of the same kinds
 * of values. No two are equal, and the same seed gives the same.
 */
export function inputsLike(
  calls: readonly Call[],
  random: Random,
  { own, all }: { readonly own: number; readonly all: number },
): readonly Call[] {
  const inputs = new Map<string, Call>();
  const add = (call: Call) => void inputs.set(JSON.stringify(call), call);
  for (const call of calls) if (inputs.size < own) add(call);
  const known = [...inputs.values()];
  // Some changes come out as what is there already, so more are made than there is room for.
  for (let round = 0; round < 4 * all && known.length > 0; round++) {
    if (inputs.size >= all) break;
    const changed = mutateCall(known[round % known.length] ?? { args: [], named: [] }, random);
    if (changed && !inputs.has(JSON.stringify(changed))) add(changed);
  }
  return [...inputs.values()];
}

/** A call with one argument changed; undefined where it has none. */
export function mutateCall({ args, named }: Call, random: Random): Call | undefined {
  const at = Math.floor(random() * (args.length + named.length));
  const changeAt = <T>(list: readonly T[], index: number, change: (item: T) => T) =>
    list.map((item, place) => (place === index ? change(item) : item));
  if (args.length + named.length === 0) return undefined;
  return at < args.length
    ? { args: changeAt(args, at, (value) => mutate(value, random)), named }
    : {
        args,
        named: changeAt(named, at - args.length, ([name, value]) => [name, mutate(value, random)]),
      };
}

/** A value of the same kind, changed in one place. */
export function mutate(value: Value, random: Random): Value {
  switch (value.kind) {
    case 'null':
    case 'undefined':
      return value;
    case 'bool':
      return { kind: 'bool', value: !value.value };
    case 'int':
      return { kind: 'int', value: String(otherInt(BigInt(value.value), random)) };
    case 'number':
      return { kind: 'number', value: numberText(otherNumber(Number(value.value), random)) };
    case 'text':
      return { kind: 'text', value: otherText(value.value, random) };
    case 'date':
      return { kind: 'date', value: value.value + pick([1, -1, 86_400_000, -86_400_000], random) };
    case 'list':
    case 'tuple':
    case 'set':
      return { kind: value.kind, items: otherItems(value.items, random) };
    case 'map':
      return { kind: 'map', entries: otherEntries(value.entries, random) };
    case 'object':
      return { kind: 'object', entries: otherEntries(value.entries, random) };
  }
}

/** Large enough to be beyond what tests try, small enough to be counted to. */
const LARGE = 100_003;

function otherInt(value: bigint, random: Random): bigint {
  return pick([value + 1n, value - 1n, 0n, -value, value * 2n, value / 2n, BigInt(LARGE)], random);
}

function otherNumber(value: number, random: Random): number {
  const halves = Number.isInteger(value) ? Math.trunc(value / 2) : value / 2;
  return pick([value + 1, value - 1, 0, -value, value * 2, halves, value + 0.5, LARGE], random);
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

const ODD_TEXTS = ['é', 'ß', '日', '😀', ' ', '\n', '-', '0', 'a', 'Z'];

function otherText(value: string, random: Random): string {
  const characters = Array.from(value);
  const at = Math.floor(random() * characters.length);
  const odd = pick(ODD_TEXTS, random);
  const choices = [
    '',
    characters.slice(0, -1).join(''),
    characters.slice(1).join(''),
    value + value,
    value.toUpperCase(),
    value.toLowerCase(),
    characters.toSpliced(at, 1, odd).join(''),
    characters.toSpliced(at, 0, odd).join(''),
    characters.toSpliced(at, 1).join(''),
    value + odd,
    characters.toReversed().join(''),
  ];
  return pick(choices, random);
}

function otherItems(items: readonly Value[], random: Random): readonly Value[] {
  const at = Math.floor(random() * items.length);
  const item = items[at];
  if (!item) return items;
  const changed = () => items.toSpliced(at, 1, mutate(item, random));
  const choices: readonly (() => readonly Value[])[] = [
    () => [],
    () => items.toSpliced(at, 1),
    () => items.toSpliced(at, 0, item),
    () => [...items, mutate(item, random)],
    () => items.toReversed(),
    () => items.toSorted(byText),
    changed,
    changed,
    changed,
  ];
  return pick(choices, random)();
}

function otherEntries<K>(
  entries: readonly (readonly [K, Value])[],
  random: Random,
): readonly (readonly [K, Value])[] {
  const at = Math.floor(random() * entries.length);
  const entry = entries[at];
  if (!entry) return entries;
  const [key, held] = entry;
  return random() < 0.2
    ? entries.toSpliced(at, 1)
    : entries.toSpliced(at, 1, [key, mutate(held, random)]);
}

function byText(one: Value, other: Value): number {
  const [a, b] = [sortKey(one), sortKey(other)];
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1;
}

function sortKey(value: Value): number | string {
  if (value.kind === 'int' || value.kind === 'number') return Number(value.value);
  return value.kind === 'text' ? value.value : JSON.stringify(value);
}

function pick<T>(choices: readonly [T, ...T[]] | readonly T[], random: Random): T {
  return choices[Math.floor(random() * choices.length)] as T;
}
