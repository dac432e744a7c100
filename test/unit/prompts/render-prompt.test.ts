import assert from 'node:assert/strict';
import type { FailingTest, Problem } from '../../../src/core/api/task';
import { parseReply } from '../../../src/core/patches/parse-reply';
import { FILE_LIMIT } from '../../../src/core/prompts/file-excerpt';
import { renderPrompt } from '../../../src/core/prompts/render-prompt';

const failing: readonly FailingTest[] = [
  { id: 'test/calc.test.js › adds', file: 'test/calc.test.js', message: 'expected 3, got -1' },
];

const problem: Problem = {
  task: { file: 'src/calc.js', range: { first: 3, last: 5 }, symbol: 'add' },
  language: 'javascript',
  text: "'use strict';\n\nfunction add(a, b) {\n  return a - b;\n}\n\nmodule.exports = { add };\n",
  failing,
  attempts: [],
};

function task(changes: Partial<Problem> = {}): string {
  return renderPrompt({ ...problem, ...changes })[1]?.content ?? '';
}

function withTask(changes: Partial<Problem['task']>): Problem['task'] {
  return { ...problem.task, ...changes };
}

describe('the prompt', () => {
  it('holds the file, the failing tests, the selection and the request, in this order', () => {
    assert.equal(
      task(),
      `File \`src/calc.js\`:

\`\`\`javascript
'use strict';

function add(a, b) {
  return a - b;
}

module.exports = { add };
\`\`\`

Failing test: test/calc.test.js › adds
\`\`\`
expected 3, got -1
\`\`\`

The selection is lines 3 to 5 of \`src/calc.js\`, in \`add\`:

\`\`\`javascript
function add(a, b) {
  return a - b;
}
\`\`\`

Rewrite the selection so that the failing tests pass.`,
    );
  });

  it('is byte for byte the same for every sample, and a prefix of that of a repair', () => {
    const attempts = [
      { replacement: 'function add(a, b) {\n  return a * b;\n}\n', feedback: 'expected 3, got 2' },
      { replacement: 'function add(a, b) {\n  return b;\n}', feedback: 'expected 3, got 2' },
    ];
    const first = JSON.stringify(renderPrompt(problem));
    assert.equal(JSON.stringify(renderPrompt(structuredClone(problem))), first);
    const repair = renderPrompt({ ...problem, attempts });
    assert.equal(JSON.stringify(repair.slice(0, 2)), first);
    const roles = repair.map(({ role }) => role);
    assert.deepEqual(roles, ['system', 'user', 'assistant', 'user', 'assistant', 'user']);
    assert.equal(
      repair[2]?.content,
      '```javascript\nfunction add(a, b) {\n  return a * b;\n}\n```',
    );
    assert.match(repair[3]?.content ?? '', /expected 3, got 2/);
  });

  it('replays an attempt in the format that it asks for', () => {
    const replacement = 'function add(a, b) {\n  return a + b;\n}';
    const [, , said] = renderPrompt({ ...problem, attempts: [{ replacement, feedback: '' }] });
    const target = { path: 'src/calc.js', text: problem.text, range: problem.task.range };
    const parsed = parseReply(said?.content ?? '', target);
    assert.ok(parsed.kind === 'patch');
    assert.equal(parsed.patch.changes[0]?.after, problem.text.replace('a - b', 'a + b'));
  });

  const sentences: readonly [title: string, changes: Partial<Problem>, expected: RegExp][] = [
    [
      'the instruction',
      { task: withTask({ instruction: ' Keep it short. ' }) },
      /tests pass\. The user asks: Keep it short\.$/,
    ],
    [
      'that all tests pass',
      { failing: [] },
      /All tests pass at present[\s\S]*Rewrite the selection\.$/,
    ],
    [
      'a single line',
      { task: withTask({ range: { first: 4, last: 4 } }) },
      /The selection is line 4 of/,
    ],
    [
      'that all of the file is selected',
      { task: withTask({ range: { first: 1, last: 7 } }) },
      /The selection is the whole file\./,
    ],
    [
      'no symbol where none is known',
      { task: { file: 'src/calc.js', range: { first: 3, last: 5 } } },
      /lines 3 to 5 of `src\/calc\.js`:/,
    ],
    [
      'how many more tests fail',
      { failing: Array.from({ length: 40 }, (_, index) => ({ id: `t${index}`, message: '' })) },
      /Failing test: t11\n\n28 more tests fail\./,
    ],
  ];
  for (const [title, changes, expected] of sentences)
    it(`says ${title}`, () => assert.match(task(changes), expected));

  it('has no line numbers, which models would copy', () => {
    assert.ok(!/^\s*\d+[:|]/m.test(task()));
  });

  it('has line feeds alone, whatever the file has', () => {
    assert.equal(task({ text: problem.text.replaceAll('\n', '\r\n') }), task());
  });

  it('fences code that holds fences', () => {
    const text = problem.text.replace('return a - b;', '/*\n```js\nadd();\n```\n*/');
    assert.match(task({ text }), /````javascript\n[\s\S]*```js\nadd\(\);\n```[\s\S]*\n````\n/);
  });
});

describe('a long message of a failing test', () => {
  it('keeps its start and its end', () => {
    const message = `start ${'x'.repeat(5000)} end`;
    const content = task({ failing: [{ id: 'long', message }] });
    assert.match(content, /start x+\n\[… \d+ characters left out …\]\nx+ end/);
    assert.ok(content.length < 3500);
  });

  it('leaves room for the others', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      id: `t${index}`,
      message: 'x'.repeat(5000),
    }));
    assert.ok(task({ failing: many }).length < 13_000);
  });

  it('loses its colours', () => {
    const failing = [{ id: 'red', message: '\u001b[31mexpected\u001b[39m 3' }];
    assert.match(task({ failing }), /\nexpected 3\n/);
  });
});

describe('a large file', () => {
  const lines = Array.from({ length: 9000 }, (_, index) => `line(${index + 1}); // padding`);
  const text = `${lines.join('\n')}\n`;

  function excerpt(first: number, last: number): string {
    const content = task({ text, task: withTask({ range: { first, last } }) });
    return /```javascript\n([\s\S]*?)\n```/.exec(content)?.[1] ?? '';
  }

  it('is trimmed around the selection and keeps its start', () => {
    const shown = excerpt(5000, 5002);
    assert.ok(shown.length < FILE_LIMIT + 1000);
    for (const line of [1, 100, 4500, 5000, 5002, 5500])
      assert.ok(shown.includes(`line(${line});`), `${line}`);
    for (const line of [2000, 9000]) assert.ok(!shown.includes(`line(${line});`), `${line}`);
    const omitted = [...shown.matchAll(/^\[… (\d+) lines left out …\]$/gm)].map((match) =>
      Number(match[1]),
    );
    assert.equal(omitted.length, 2);
    const kept = shown.split('\n').length - 2;
    assert.equal(kept + omitted[0]! + omitted[1]!, 9000);
  });

  it('keeps a selection at its start or its end', () => {
    assert.equal([...excerpt(1, 2).matchAll(/left out/g)].length, 1);
    assert.match(excerpt(8999, 9000), /line\(9000\); \/\/ padding$/);
  });

  it('keeps a selection above the limit whole', () => {
    const shown = excerpt(1000, 8000);
    assert.ok(
      shown.includes('line(1000);') &&
        shown.includes('line(4444);') &&
        shown.includes('line(8000);'),
    );
  });
});
