import assert from 'node:assert/strict';
import { pieces, says, type Part, type Reply } from '../support/model-server';
import { draw, failureOf, modelAt, request, withServer, type Drawn } from './openai-support';

const stop: readonly Part[] = [{ finish: 'stop' }, 'done'];

function texts(text: string, size = 7): readonly Part[] {
  return pieces(text, size).map((piece) => ({ text: piece }));
}

describe('a reply of an OpenAI-compatible server', () => {
  interface Expected {
    readonly reasoning?: string;
    readonly answer?: string;
    readonly end?: Drawn['end']['kind'];
  }

  const cases: readonly [title: string, reply: Reply, expected: Expected][] = [
    ['plain text', says('Here:\n```js\nlet a;\n```'), { answer: 'Here:\n```js\nlet a;\n```' }],
    [
      'reasoning_content',
      says('yes', { reasoning: 'let me see' }),
      { reasoning: 'let me see', answer: 'yes' },
    ],
    [
      'reasoning',
      { parts: [{ reasoning: 'hm', field: 'reasoning' }, { text: 'yes' }, ...stop] },
      { reasoning: 'hm', answer: 'yes' },
    ],
    [
      'reasoning_details',
      { parts: [{ reasoning: 'hm', field: 'reasoning_details' }, { text: 'yes' }, ...stop] },
      { reasoning: 'hm', answer: 'yes' },
    ],
    [
      'thinking',
      { parts: [{ reasoning: 'hm', field: 'thinking' }, { text: 'yes' }, ...stop] },
      { reasoning: 'hm', answer: 'yes' },
    ],
    [
      'the same reasoning in two fields',
      {
        parts: [
          { delta: { reasoning: 'hm', reasoning_details: [{ text: 'hm' }] } },
          { text: 'yes' },
          ...stop,
        ],
      },
      { reasoning: 'hm', answer: 'yes' },
    ],
    [
      'typed content parts',
      {
        parts: [
          { delta: { content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] }] } },
          { delta: { content: [{ type: 'text', text: 'yes' }] } },
          ...stop,
        ],
      },
      { reasoning: 'hm', answer: 'yes' },
    ],
    [
      'null fields',
      {
        parts: [
          { delta: { role: 'assistant', content: null, reasoning_content: null } },
          { delta: { content: 'yes', reasoning_content: null } },
          ...stop,
        ],
      },
      { answer: 'yes' },
    ],
    [
      'think tags',
      { parts: [...texts('<think>\nhm, so\n</think>\n\nyes'), ...stop] },
      { reasoning: '\nhm, so\n', answer: 'yes' },
    ],
    [
      'think tags in single characters',
      { parts: [...texts('<think>a < b</b</think>yes', 1), ...stop] },
      { reasoning: 'a < b</b', answer: 'yes' },
    ],
    [
      'a closing tag only',
      {
        parts: [
          ...texts('Okay, so a is\n```js\nb\n```'.replace('a is', 'a is '.repeat(80))),
          ...texts('\n</think>\n\nyes'),
          ...stop,
        ],
      },
      { reasoning: `Okay, so ${'a is '.repeat(80)}\n\`\`\`js\nb\n\`\`\`\n`, answer: 'yes' },
    ],
    [
      'a closing tag only, in single characters',
      { parts: [...texts('so it is</think>yes', 1), ...stop] },
      { reasoning: 'so it is', answer: 'yes' },
    ],
    [
      'an opening tag only',
      { parts: [...texts('<think>hm'), { finish: 'length' }, 'done'] },
      { reasoning: 'hm', end: 'truncated' },
    ],
    [
      'a tag in the middle of code',
      { parts: [...texts("```js\nconst close = '</think>';\n```"), ...stop] },
      { answer: "```js\nconst close = '</think>';\n```" },
    ],
    [
      'indentation after the closing tag',
      { parts: [...texts('<think>x</think>\n\n    return 1;'), ...stop] },
      { reasoning: 'x', answer: '    return 1;' },
    ],
    [
      'a cut-off reply',
      { parts: [{ text: 'yes' }, { finish: 'length' }, 'done'] },
      { answer: 'yes', end: 'truncated' },
    ],
    [
      'reasoning that ate the whole limit',
      { parts: [{ reasoning: 'hm' }, { finish: 'length' }, 'done'] },
      { reasoning: 'hm', end: 'truncated' },
    ],
    ['no [DONE]', { parts: [{ text: 'yes' }, { finish: 'stop' }, 'end'] }, { answer: 'yes' }],
    [
      'no [DONE] and a lost connection',
      { parts: [{ text: 'yes' }, { finish: 'stop' }, 'die'] },
      { answer: 'yes' },
    ],
    ['no finish reason', { parts: [{ text: 'yes' }, 'done'] }, { answer: 'yes' }],
    [
      'a connection that stays open after [DONE]',
      { parts: [{ text: 'yes' }, ...stop, 'hang'] },
      { answer: 'yes' },
    ],
    [
      'keep-alive comments and blank lines',
      {
        parts: [
          { raw: ': keep-alive\n\n\n\n' },
          { text: 'y' },
          { raw: ': OPENROUTER PROCESSING\n\n' },
          { text: 'es' },
          ...stop,
        ],
      },
      { answer: 'yes' },
    ],
    [
      'garbage between events',
      {
        parts: [
          { text: 'y' },
          { raw: 'data: {"choices":[{"del\n\nnonsense\ndata: <b>\n\n' },
          { text: 'es' },
          ...stop,
        ],
      },
      { answer: 'yes' },
    ],
    [
      'event names and carriage returns',
      {
        parts: [
          {
            raw: 'event: message\r\ndata: {"choices":[{"index":0,"delta":{"content":"yes"}}]}\r\n\r\n',
          },
          ...stop,
        ],
      },
      { answer: 'yes' },
    ],
    [
      'an event cut anywhere',
      {
        parts: [
          { raw: 'data: {"choices":[{"index":0,"del' },
          { wait: 5 },
          { raw: 'ta":{"content":"yes"}}]}\n' },
          { wait: 5 },
          { raw: '\n' },
          ...stop,
        ],
      },
      { answer: 'yes' },
    ],
    [
      'no space after data:',
      { parts: [{ raw: 'data:{"choices":[{"index":0,"delta":{"content":"yes"}}]}\n\n' }, ...stop] },
      { answer: 'yes' },
    ],
    [
      'JSON lines as Ollama writes them',
      {
        headers: { 'content-type': 'application/x-ndjson' },
        parts: [
          {
            raw: '{"message":{"thinking":"hm"},"done":false}\n{"message":{"content":"yes"},"done":false}\n{"message":{"content":""},"done":true,"done_reason":"stop"}\n',
          },
          'end',
        ],
      },
      { reasoning: 'hm', answer: 'yes' },
    ],
    [
      'a reply in one piece',
      {
        body: {
          choices: [
            {
              index: 0,
              message: { content: 'yes', reasoning_content: 'hm' },
              finish_reason: 'stop',
            },
          ],
        },
      },
      { reasoning: 'hm', answer: 'yes' },
    ],
    [
      'a reply in one piece over many lines',
      {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(
          { choices: [{ message: { content: '<think>hm</think>yes' } }] },
          null,
          2,
        ),
      },
      { reasoning: 'hm', answer: 'yes' },
    ],
    [
      'several choices',
      {
        parts: [
          {
            raw: 'data: {"choices":[{"index":1,"delta":{"content":"no"}},{"index":0,"delta":{"content":"yes"}}]}\n\n',
          },
          ...stop,
        ],
      },
      { answer: 'yes' },
    ],
  ];
  for (const [title, reply, { reasoning = '', answer = '', end = 'complete' }] of cases)
    it(`reads ${title}`, () =>
      withServer([reply], async (server) => {
        const drawn = await draw(modelAt(server));
        const { reasoning: thought, answer: said } = drawn;
        assert.deepEqual(
          { thought, said, end: drawn.end.kind },
          { thought: reasoning, said: answer, end },
        );
      }));

  const broken: readonly [title: string, parts: readonly Part[]][] = [
    ['that ends without a finish reason', [{ text: 'half of' }, 'end']],
    ['whose connection dies half-way', [{ text: 'half of' }, 'die']],
    ['that dies while text is held back', [{ text: 'I think that' }, 'die']],
    ['that is nothing but [DONE]', ['done']],
    ['that ends in the middle of a character', [{ text: 'half' }, { raw: 'data: {"choi' }, 'end']],
  ];
  for (const [title, parts] of broken)
    it(`does not take a reply for whole ${title}`, () =>
      withServer([{ parts }], async (server) => {
        const failure = failureOf(await draw(modelAt(server)));
        assert.deepEqual([failure.kind, failure.fatal], ['broken-stream', false]);
        assert.match(failure.message, /broke off/);
        const asked = parts.length > 1 ? 1 : 4;
        assert.equal(
          server.chats().length,
          asked,
          'only a reply that has not begun is asked again',
        );
      }));

  it('hands the text on while it is being written', () =>
    withServer([{ parts: [{ reasoning: 'hm' }, { text: 'yes' }, 'hang'] }], async (server) => {
      const stopped = new AbortController();
      const kinds: string[] = [];
      const model = modelAt(server);
      for await (const part of model.sample(request(), stopped.signal)) {
        kinds.push(part.kind);
        if (part.kind === 'answer') stopped.abort();
      }
      assert.deepEqual(kinds, ['reasoning', 'answer', 'usage', 'end']);
    }));

  it('remembers that a model closes its reasoning without opening it', () =>
    withServer(
      [
        { parts: [...texts('first thought</think>one'), ...stop] },
        { parts: [...texts('second thought'), 'hang'] },
        { parts: [...texts('no thought at all'), ...stop] },
      ],
      async (server) => {
        const model = modelAt(server);
        await draw(model);
        const stopped = new AbortController();
        for await (const part of model.sample(request(), stopped.signal))
          if (part.kind === 'reasoning') stopped.abort();
        assert.equal((await draw(model)).answer, 'no thought at all');
      },
    ));

  it('streams the first prose of a model whose family is known, and corrects itself', () =>
    withServer(
      [
        { parts: [...texts('I am not what my name says.\n</think>\n\nYes.'), ...stop] },
        { parts: [...texts('I see.\n</think>\n\nYes.'), ...stop] },
      ],
      async (server) => {
        const model = modelAt(server, { name: 'meta-llama/Llama-3.3-70B-Instruct' });
        const first = await draw(model);
        assert.ok(first.parts.length > 5, 'not held back');
        assert.match(first.answer, /<\/think>/);
        const second = await draw(model);
        assert.deepEqual([second.reasoning, second.answer], ['I see.\n', 'Yes.']);
      },
    ));

  it('streams the prose of a model that has shown to use no tags', () =>
    withServer(
      [{ parts: [...texts('I see. Yes.'), ...stop] }, { parts: [{ text: 'I see' }, 'hang'] }],
      async (server) => {
        const model = modelAt(server);
        await draw(model);
        const stopped = new AbortController();
        let answer = '';
        for await (const part of model.sample(request(), stopped.signal)) {
          if (part.kind !== 'answer') continue;
          answer += part.text;
          stopped.abort();
        }
        assert.equal(answer, 'I see');
      },
    ));

  it('ends a finished reply whose connection stays open', () =>
    withServer([{ parts: [{ text: 'yes' }, { finish: 'stop' }, 'hang'] }], async (server) => {
      const drawn = await draw(modelAt(server, { limits: { idleMs: 50 } }));
      assert.deepEqual([drawn.answer, drawn.end.kind], ['yes', 'complete']);
    }));

  it('reports an error in the middle of a stream', () =>
    withServer(
      [
        {
          parts: [{ text: 'half' }, { error: { message: 'CUDA out of memory', code: 500 } }, 'end'],
        },
      ],
      async (server) => {
        const failure = failureOf(await draw(modelAt(server)));
        assert.equal(failure.kind, 'server-error');
        assert.match(failure.message, /CUDA out of memory/);
      },
    ));

  it('reports a refusal and a content filter', () =>
    withServer(
      [
        { parts: [{ delta: { refusal: 'I cannot help with that.' } }, ...stop] },
        { parts: [{ text: 'So' }, { finish: 'content_filter' }, 'done'] },
      ],
      async (server) => {
        const model = modelAt(server);
        for (const words of [/I cannot help/, /content filter/]) {
          const failure = failureOf(await draw(model));
          assert.equal(failure.kind, 'refused');
          assert.match(failure.message, words);
        }
      },
    ));
});
