import { check } from './support';

/** Operator, before, after. */
type Row = readonly [operator: string, before: string, after: string];

const SCRIPT: readonly Row[] = [
  ['relational', 'if (a > b) f();', 'if (a >= b) f();'],
  ['relational', 'while (a <= b) f();', 'while (a >= b) f();'],
  [
    'missing-await',
    'async function f() { return g(); }',
    'async function f() { return await g(); }',
  ],
  [
    'missing-await',
    'const f = async () => { const x = g().y; };',
    'const f = async () => { const x = (await g()).y; };',
  ],
  ['swapped-arguments', 'f(a, b, c);', 'f(a, c, b);'],
  ['off-by-one', 'x = xs.slice(i, j);', 'x = xs.slice(i, j + 1);'],
  ['off-by-one', 'x = xs[i + k];', 'x = xs[i + k - 1];'],
  [
    'wrap-in-call',
    'const trim = (x) => x.trim();\nfunction f(a) { return [a]; }',
    'const trim = (x) => x.trim();\nfunction f(a) { return [trim(a)]; }',
  ],
];

const PYTHON: readonly Row[] = [
  ['relational', 'x = a < b', 'x = a <= b'],
  ['missing-await', 'async def f():\n    x = g()', 'async def f():\n    x = await g()'],
  ['swapped-arguments', 'f(a, b)', 'f(b, a)'],
  ['off-by-one', 'for i in range(1, n):\n    f(i)', 'for i in range(1, n + 1):\n    f(i)'],
  ['off-by-one', 'x = xs[:k]', 'x = xs[:k - 1]'],
];

describe('repair operators', () => {
  for (const row of SCRIPT)
    it(`${row[0]}: ${row[1]} → ${row[2]}`, () => check(...row, 'javascript'));
  for (const row of PYTHON) it(`${row[0]}: ${row[1]} → ${row[2]}`, () => check(...row, 'python'));
});
