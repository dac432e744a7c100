import assert from 'node:assert/strict';
import { operators } from '../../../src/core/models/mutation/operators';
import { check, editsOf } from './support';

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
  [
    'add-condition',
    'function f(a, b) { if (b > 1) g(); }',
    'function f(a, b) { if (b > 1 || !a) g(); }',
  ],
  ['arithmetic', 'x = a + b;', 'x = a - b;'],
  ['assignment', 'x = y;', 'x += y;'],
  ['assignment', 'x -= y;', 'x += y;'],
  ['comparator', 'xs.sort();', 'xs.sort((a, b) => a - b);'],
  ['comparator', 'xs.sort((a, b) => a - b);', 'xs.sort((b, a) => a - b);'],
  ['condition-constant', 'if (a) f();', 'if (true) f();'],
  ['constants', 'x = true;', 'x = false;'],
  ['constants', 'x = 9;', 'x = 10;'],
  ['convert', 'x = a / b;', 'x = Math.floor(a / b);'],
  ['copy', 'x = xs.sort();', 'x = [...xs].sort();'],
  ['default-value', 'f(a.b);', 'f(a.b ?? []);'],
  ['drop-operand', 'x = n - 1;', 'x = n;'],
  ['drop-operand', 'if (a && b) f();', 'if (b) f();'],
  ['equality', 'if (a === b) f();', 'if (a !== b) f();'],
  ['fresh-object', 'x = {};', 'x = Object.create(null);'],
  [
    'fresh-object',
    'function f(options) { return { a: 1 }; }',
    'function f(options) { return { a: 1, ...options }; }',
  ],
  [
    'guard',
    'function f(xs) {\n  return xs[0].a;\n}',
    'function f(xs) {\n  if (!xs) return undefined;\n  return xs[0].a;\n}',
  ],
  ['length-bound', 'x = xs[xs.length];', 'x = xs[xs.length - 1];'],
  ['logical', 'x = a || b;', 'x = a ?? b;'],
  ['loop-exit', 'for (;;) { if (a) break; }', 'for (;;) { if (a) continue; }'],
  ['loop-kind', 'for (const x in xs) f(x);', 'for (const x of xs) f(x);'],
  ['method-twin', 'x = xs.map(Math.floor);', 'x = xs.map(Math.ceil);'],
  ['method-twin', 'x = xs.some(f);', 'x = xs.every(f);'],
  ['missing-else', 'if (a) f();\nif (b) g();', 'if (a) f();\nelse if (b) g();'],
  ['missing-new', 'x = Thing();', 'x = new Thing();'],
  ['missing-return', 'const f = (x) => { g(x); };', 'const f = (x) => { return g(x); };'],
  [
    'missing-self',
    'class A { f() { this.n = 1; return n; } }',
    'class A { f() { this.n = 1; return this.n; } }',
  ],
  ['missing-term', 'x = xs.slice(a, b);', 'x = xs.slice(a, a + b);'],
  [
    'move-statement',
    'for (const x of xs) {\n  f(x);\n  g();\n}',
    'for (const x of xs) {\n  f(x);\n}\ng();',
  ],
  [
    'move-statement',
    'let n;\nn = 0;\nfor (const x of xs) {\n  f(x);\n}',
    'let n;\nfor (const x of xs) {\n  n = 0;\n  f(x);\n}',
  ],
  ['negate-condition', 'if (a) f();', 'if (!a) f();'],
  ['negate-condition', 'if (!a) f();', 'if (a) f();'],
  ['optional-chaining', 'x = a.b.c;', 'x = a.b?.c;'],
  ['property-name', 'x = a.width;\ny = a.height;', 'x = a.height;\ny = a.height;'],
  ['regex', "x = a.replace(/b/, 'c');", "x = a.replace(/b/g, 'c');"],
  ['regex', 'x = /a+b/.test(c);', 'x = /a*b/.test(c);'],
  ['remove-statement', 'f();\nif (a) g();', 'f();'],
  ['replace-identifier', 'function f(a, b) { return a; }', 'function f(a, b) { return b; }'],
  [
    'return-last-value',
    'function f() {\n  const x = [];\n  x.push(1);\n}',
    'function f() {\n  const x = [];\n  x.push(1);\n  return x;\n}',
  ],
  ['swap-statements', 'f();\ng();', 'g();\nf();'],
  ['swapped-names', 'x = f(a, g(b));', 'x = f(b, g(a));'],
  ['swapped-operands', 'x = a - b;', 'x = b - a;'],
  ['ternary-order', 'x = a ? b : c;', 'x = a ? c : b;'],
  ['text-literal', "x = xs.join(',');", "x = xs.join(', ');"],
  ['truthiness', 'if (a) f();', 'if (a !== undefined) f();'],
  ['truthiness', 'if (a === null) f();', 'if (!a) f();'],
  ['unwrap-call', 'x = a.trim().b;', 'x = a.b;'],
  ['update', 'x = ++n;', 'x = n++;'],
];

const PYTHON: readonly Row[] = [
  ['relational', 'x = a < b', 'x = a <= b'],
  ['missing-await', 'async def f():\n    x = g()', 'async def f():\n    x = await g()'],
  ['swapped-arguments', 'f(a, b)', 'f(b, a)'],
  ['off-by-one', 'for i in range(1, n):\n    f(i)', 'for i in range(1, n + 1):\n    f(i)'],
  ['off-by-one', 'x = xs[:k]', 'x = xs[:k - 1]'],
  ['assignment', 'n = 0\nfor x in xs:\n    n = x', 'n = 0\nfor x in xs:\n    n += x'],
  ['comparator', 'x = sorted(xs)', 'x = sorted(xs, reverse=True)'],
  ['constants', 'x = None', 'x = []'],
  ['copy', 'def f(xs):\n    return xs', 'def f(xs):\n    return list(xs)'],
  ['equality', 'x = a is b', 'x = a == b'],
  ['equality', 'x = a not in b', 'x = a in b'],
  [
    'guard',
    'def f(xs):\n    return max(xs)',
    'def f(xs):\n    if not xs:\n        return None\n    return max(xs)',
  ],
  ['length-bound', 'x = xs[len(xs)]', 'x = xs[len(xs) - 1]'],
  ['logical', 'x = a and b', 'x = a or b'],
  ['loop-kind', 'for k, v in d:\n    f(k)', 'for k, v in d.items():\n    f(k)'],
  ['method-twin', 'xs.append(x)', 'xs.extend(x)'],
  ['missing-else', 'if a:\n    f()\nif b:\n    g()', 'if a:\n    f()\nelif b:\n    g()'],
  [
    'missing-self',
    'class A:\n    def f(self):\n        self.n = 1\n        return n',
    'class A:\n    def f(self):\n        self.n = 1\n        return self.n',
  ],
  [
    'move-statement',
    'def f(xs):\n    for x in xs:\n        g(x)\n        return x',
    'def f(xs):\n    for x in xs:\n        g(x)\n    return x',
  ],
  [
    'mutable-default',
    'def f(a=[]):\n    return a',
    'def f(a=None):\n    if a is None:\n        a = []\n    return a',
  ],
  ['negate-condition', 'if a:\n    f()', 'if not a:\n    f()'],
  ['remove-statement', 'for x in xs:\n    break', 'for x in xs:\n    pass'],
  ['ternary-order', 'x = a if b else c', 'x = c if b else a'],
  ['truthiness', 'if a:\n    f()', 'if a is not None:\n    f()'],
];

/** Operator and text: the operator leaves the text alone. */
const UNTOUCHED: readonly (readonly [operator: string, text: string])[] = [
  ['missing-await', 'function f() { return g(); }'],
  ['missing-await', 'async function f() { return await g(); }'],
  ['missing-new', 'x = String(a);'],
  ['missing-else', 'if (a) return;\nif (b) f();'],
  ['optional-chaining', 'a.b = 1;'],
  ['wrap-in-call', 'const trim = (x) => x;\ny = trim(y);'],
];

describe('repair operators', () => {
  for (const row of SCRIPT)
    it(`${row[0]}: ${row[1]} → ${row[2]}`, () => check(...row, 'javascript'));
  for (const row of PYTHON) it(`${row[0]}: ${row[1]} → ${row[2]}`, () => check(...row, 'python'));

  for (const [operator, text] of UNTOUCHED)
    it(`${operator} leaves alone: ${text}`, async () => {
      const edits = await editsOf(text, 'javascript');
      const made = edits.filter((edit) => edit.operator === operator);
      assert.deepEqual(
        made.map((edit) => edit.text),
        [],
      );
    });

  it('each has a row', () => {
    const rows = new Set([...SCRIPT, ...PYTHON].map(([operator]) => operator));
    assert.deepEqual(
      operators.map(({ id }) => id).filter((id) => !rows.has(id)),
      [],
    );
  });
});
