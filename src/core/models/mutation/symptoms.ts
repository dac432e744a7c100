import type { FoundEdit } from './enumerate';
import { differencesIn, type Difference } from './differences';

/** How much likelier a symptom makes an edit. */
export type Symptom = (edit: FoundEdit) => number;

interface Row {
  readonly seen: RegExp;
  readonly factor: number;
  /** Ids of the operators that would explain it. */
  readonly operators: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    seen: /\bNaN\b/,
    factor: 1.7,
    operators: [
      'default-value',
      'convert',
      'property-name',
      'replace-identifier',
      'constants',
      'missing-return',
    ],
  },
  {
    seen: /(of|reading) (undefined|null)|'NoneType' object|undefined is not/,
    factor: 1.7,
    operators: [
      'optional-chaining',
      'default-value',
      'guard',
      'missing-return',
      'missing-await',
      'truthiness',
      'logical',
      'relational',
      'off-by-one',
      'replace-identifier',
    ],
  },
  {
    seen: /Received: +undefined|^\+ undefined|received undefined|got undefined|expected undefined|undefined [!=]==|assert None ==|None !=|\[undefined/m,
    factor: 1.6,
    operators: [
      'missing-return',
      'return-last-value',
      'missing-await',
      'property-name',
      'off-by-one',
      'length-bound',
      'move-statement',
    ],
  },
  { seen: /Promise\b|coroutine/, factor: 3, operators: ['missing-await'] },
  {
    seen: /is not a function|is not iterable|not callable|object is not|has no attribute|enough values to unpack|too many values/,
    factor: 1.7,
    operators: [
      'method-twin',
      'missing-await',
      'missing-new',
      'loop-kind',
      'property-name',
      'copy',
      'default-value',
      'unwrap-call',
    ],
  },
  { seen: /Class constructor .* cannot be invoked/, factor: 4, operators: ['missing-new'] },
  {
    seen: /timed? ?out|Timeout|Maximum call stack|RecursionError|heap out of memory/,
    factor: 1.5,
    operators: [
      'relational',
      'update',
      'assignment',
      'off-by-one',
      'loop-exit',
      'negate-condition',
      'arithmetic',
    ],
  },
  {
    seen: /IndexError|out of range|RangeError|out of bounds/,
    factor: 1.6,
    operators: ['relational', 'off-by-one', 'length-bound', 'guard', 'add-condition'],
  },
  {
    seen: /empty (sequence|iterable)|ZeroDivisionError|KeyError|StopIteration|of empty array/,
    factor: 2.5,
    operators: ['guard', 'default-value'],
  },
  {
    seen: /concatenate|unsupported operand|not supported between/,
    factor: 2,
    operators: ['convert'],
  },
  {
    seen: /\b(true|True)\b.{0,40}\b(false|False)\b|\b(false|False)\b.{0,40}\b(true|True)\b/s,
    factor: 1.4,
    operators: [
      'relational',
      'equality',
      'logical',
      'negate-condition',
      'method-twin',
      'regex',
      'truthiness',
      'drop-operand',
      'move-statement',
      'property-name',
    ],
  },
];

/** What failure messages say about the kind of a mistake. */
export function symptomsIn(messages: readonly string[]): readonly Symptom[] {
  const all = messages.join('\n');
  const rows = ROWS.filter(({ seen }) => seen.test(all));
  const unknown = [...all.matchAll(/name '(\w+)' is not defined|\b(\w+) is not defined/g)].map(
    ([, python, script]) => python ?? script ?? '',
  );
  return [
    ...rows.map(
      (row): Symptom =>
        ({ operator }) =>
          row.operators.includes(operator) ? row.factor : 1,
    ),
    ...[...new Set(unknown)].map(unknownName),
    ...[...new Set(messages.flatMap(differencesIn))].map((difference) => DIFFERENCES[difference]),
  ];
}

function unknownName(name: string): Symptom {
  return ({ before, after, operator }) => {
    const isAbout =
      before === name || (before === '' && after.endsWith('.') && operator === 'missing-self');
    return isAbout ? 3 : 1;
  };
}

const favour =
  (factor: number, ...operators: readonly string[]): Symptom =>
  ({ operator }) =>
    operators.includes(operator) ? factor : 1;

const STEPS = favour(
  1.4,
  'relational',
  'off-by-one',
  'length-bound',
  'constants',
  'drop-operand',
  'update',
);

const DIFFERENCES: Readonly<Record<Difference, Symptom>> = {
  'by one': STEPS,
  sign: favour(2, 'swapped-operands', 'arithmetic', 'assignment', 'swapped-names', 'convert'),
  case: ({ after }) => (/case|upper|lower|title|\bi\b/i.test(after) ? 3 : 1),
  space: ({ after, operator }) =>
    /trim|strip/.test(after) || operator === 'text-literal' ? 2.5 : 1,
  escapes: ({ after }) => (/decode|encode|escape/i.test(after) ? 3 : 1),
  order: favour(
    2,
    'comparator',
    'swapped-operands',
    'swap-statements',
    'method-twin',
    'swapped-arguments',
    'ternary-order',
    'swapped-names',
  ),
  fraction: ({ after, operator }) =>
    operator === 'arithmetic' || /floor|round|trunc|ceil|int\(/i.test(after) ? 2 : 1,
};
