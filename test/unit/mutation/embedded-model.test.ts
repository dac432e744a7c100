import assert from 'node:assert/strict';
import type { SamplePart, SampleRequest } from '../../../src/core/api/model';
import type { Problem } from '../../../src/core/api/task';
import { createEmbeddedModel } from '../../../src/core/models/mutation';
import { syntax } from '../syntax/support';

const PROBLEM: Problem = {
  task: { file: 'a.js', range: { first: 1, last: 3 }, symbol: 'f' },
  language: 'javascript',
  text: 'function f(a, b) {\n  return a < b;\n}\n',
  failing: [{ id: 'bounds', file: 'a.test.js', message: 'AssertionError: false !== true' }],
  attempts: [],
};

const model = createEmbeddedModel(syntax);

async function partsOf(
  request: Partial<SampleRequest>,
  controller = new AbortController(),
): Promise<readonly SamplePart[]> {
  const parts: SamplePart[] = [];
  const whole = { problem: PROBLEM, index: 0, seed: 0, ...request };
  for await (const part of model.sample(whole, controller.signal)) parts.push(part);
  return parts;
}

/** The last part says how it ended, and no other does. */
function endOf(parts: readonly SamplePart[]) {
  const last = parts.at(-1);
  assert.ok(last?.kind === 'end');
  assert.equal(parts.filter(({ kind }) => kind === 'end').length, 1);
  return last.end;
}

function textOf(parts: readonly SamplePart[], kind: 'reasoning' | 'answer'): string {
  return parts.map((part) => (part.kind === kind ? part.text : '')).join('');
}

describe('the embedded model', () => {
  it('thinks, answers, counts and ends', async () => {
    const parts = await partsOf({});
    assert.deepEqual(endOf(parts), { kind: 'complete' });
    const kinds = parts.map(({ kind }) => kind);
    assert.deepEqual([...new Set(kinds)], ['reasoning', 'answer', 'usage', 'end']);
    assert.ok(kinds.filter((kind) => kind === 'reasoning').length > 1);
    assert.match(textOf(parts, 'reasoning'), /bounds[\s\S]*line 2 of `f`[\s\S]*`<=`/);
    assert.match(
      textOf(parts, 'answer'),
      /^```javascript\nfunction f\(a, b\) \{\n {2}return a <= b;\n\}\n```\n$/,
    );
    const usage = parts.find((part) => part.kind === 'usage')?.usage;
    assert.ok(usage?.estimated && usage.outputTokens > (usage.reasoningTokens ?? 0));
  });

  it('repeats itself for an index whatever the seed, and differs between indices', async () => {
    const first = textOf(await partsOf({ index: 0, seed: 1 }), 'answer');
    assert.equal(textOf(await partsOf({ index: 0, seed: 2 }), 'answer'), first);
    assert.notEqual(textOf(await partsOf({ index: 1, seed: 1 }), 'answer'), first);
  });

  it('is exhausted in the end, without a word', async () => {
    assert.deepEqual(await partsOf({ index: 10_000 }), [
      { kind: 'end', end: { kind: 'exhausted' } },
    ]);
  });

  it('keeps to the token limit', async () => {
    const parts = await partsOf({ maxTokens: 20 });
    assert.deepEqual(endOf(parts), { kind: 'truncated' });
    const usage = parts.find((part) => part.kind === 'usage')?.usage;
    assert.ok(usage && usage.outputTokens <= 20);
  });

  it('is cancelled before it starts', async () => {
    const controller = new AbortController();
    controller.abort();
    assert.deepEqual(await partsOf({}, controller), [{ kind: 'end', end: { kind: 'cancelled' } }]);
  });

  it('is cancelled between two parts', async () => {
    const controller = new AbortController();
    const parts: SamplePart[] = [];
    const request = { problem: PROBLEM, index: 0, seed: 0 };
    for await (const part of model.sample(request, controller.signal)) {
      parts.push(part);
      controller.abort();
    }
    assert.deepEqual(endOf(parts), { kind: 'cancelled' });
    assert.equal(parts.filter(({ kind }) => kind === 'reasoning').length, 1);
  });

  it('refuses a language without a grammar, and says what to do', async () => {
    const { text, failing, attempts } = PROBLEM;
    const task = { ...PROBLEM.task, file: 'a.rb' };
    const end = endOf(await partsOf({ problem: { task, text, failing, attempts } }));
    assert.ok(end.kind === 'failed');
    assert.equal(end.failure.kind, 'refused');
    assert.ok(end.failure.fatal);
    assert.match(end.failure.message, /a\.rb.*--provider openai/);
  });

  it('does not throw where the grammar cannot be loaded', async () => {
    const broken = createEmbeddedModel({ parse: () => Promise.reject(new Error('no such file')) });
    const parts: SamplePart[] = [];
    for await (const part of broken.sample(
      { problem: PROBLEM, index: 0, seed: 0 },
      new AbortController().signal,
    ))
      parts.push(part);
    const end = endOf(parts);
    assert.ok(end.kind === 'failed' && end.failure.fatal);
    assert.match(end.failure.message, /no such file/);
  });
});
