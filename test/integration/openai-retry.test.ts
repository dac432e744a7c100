import assert from 'node:assert/strict';
import { says, type Reply } from '../support/model-server';
import { draw, failureOf, modelAt, withServer } from './openai-support';

const yes = says('yes');

function refusal(status: number, headers: Record<string, string> = {}, error: object = {}): Reply {
  return { status, headers, body: { error: { message: 'Not now.', ...error } } };
}

describe('a request that fails for the moment', () => {
  for (const status of [408, 409, 429, 500, 502, 503, 504, 529])
    it(`is made again after ${status}`, () =>
      withServer([refusal(status), yes], async (server) => {
        const drawn = await draw(modelAt(server));
        assert.deepEqual([drawn.answer, drawn.end.kind], ['yes', 'complete']);
        assert.equal(server.chats().length, 2);
      }));

  it('is made again after a lost connection', () =>
    withServer([{ parts: ['die'] }, { parts: ['end'] }, yes], async (server) => {
      assert.equal((await draw(modelAt(server))).answer, 'yes');
      assert.equal(server.chats().length, 3);
    }));

  it('is made again after an error at the start of a stream', () =>
    withServer(
      [{ parts: [{ error: { message: 'overloaded', code: 529 } }] }, yes],
      async (server) => {
        assert.equal((await draw(modelAt(server))).answer, 'yes');
      },
    ));

  it('is given up after a few times', () =>
    withServer([refusal(500)], async (server) => {
      const failure = failureOf(
        await draw(modelAt(server, { limits: { retries: 2, backoffMs: 1 } })),
      );
      assert.equal(server.chats().length, 3);
      assert.deepEqual([failure.kind, failure.fatal], ['server-error', false]);
      assert.match(failure.message, /status 500: Not now\./);
    }));

  const waits: readonly [title: string, headers: () => Record<string, string>][] = [
    ['retry-after-ms', () => ({ 'retry-after-ms': '300' })],
    ['Retry-After in seconds', () => ({ 'retry-after': '0.3' })],
    ['Retry-After as a date', () => ({ 'retry-after': new Date(Date.now() + 1999).toUTCString() })],
    [
      'a used-up rate limit',
      () => ({ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '300ms' }),
    ],
  ];
  for (const [title, headers] of waits)
    it(`waits as long as ${title} says`, () => {
      const script = (_: unknown, index: number) => (index === 0 ? refusal(429, headers()) : yes);
      return withServer(script, async (server) => {
        assert.equal((await draw(modelAt(server))).answer, 'yes');
        const [first, second] = server.chats();
        assert.ok(second!.at - first!.at >= 290, 'the second request came later');
      });
    });

  it('fails at once where the server asks for too long a wait', () =>
    withServer([refusal(429, { 'retry-after': '3600' }), yes], async (server) => {
      const failure = failureOf(await draw(modelAt(server)));
      assert.deepEqual([failure.kind, failure.fatal], ['rate-limited', false]);
      assert.match(failure.message, /3600 s/);
      assert.equal(server.chats().length, 1);
    }));

  it('is not made again where the account is empty', () =>
    withServer([refusal(429, {}, { code: 'insufficient_quota' }), yes], async (server) => {
      const failure = failureOf(await draw(modelAt(server)));
      assert.deepEqual([failure.kind, failure.fatal], ['rate-limited', true]);
      assert.equal(server.chats().length, 1);
    }));

  it('ends at once when it is cancelled while it waits', () =>
    withServer([refusal(429, { 'retry-after': '60' }), yes], async (server) => {
      const stopped = new AbortController();
      const drawing = draw(modelAt(server), {}, stopped.signal);
      while (server.chats().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      stopped.abort();
      assert.equal((await drawing).end.kind, 'cancelled');
    }));

  it('has fewer requests made at a time after 429', async () => {
    let inFlight = 0;
    let most = 0;
    let asked = 0;
    const script = async (): Promise<Reply> => {
      asked += 1;
      inFlight += 1;
      if (asked > 8) most = Math.max(most, inFlight);
      await new Promise((resolve) => setTimeout(resolve, asked <= 8 ? 100 : 20));
      inFlight -= 1;
      return asked <= 8 ? refusal(429) : yes;
    };
    await withServer(script, async (server) => {
      const model = modelAt(server);
      await Promise.all(Array.from({ length: 8 }, () => draw(model)));
      const later = await Promise.all(Array.from({ length: 8 }, () => draw(model)));
      assert.ok(later.every(({ end }) => end.kind === 'complete'));
    });
    assert.ok(most < 8, `at most ${most} at a time`);
  });
});

describe('a parameter that the model refuses', () => {
  const all = { temperature: 0.7, maxTokens: 100, effort: 'low' as const };

  interface Refusal {
    readonly title: string;
    readonly error: object | string;
    readonly gone: string;
    readonly instead?: readonly [string, unknown];
    readonly status?: number;
  }

  const refusals: readonly Refusal[] = [
    {
      title: 'temperature, named in param',
      gone: 'temperature',
      error: {
        error: {
          message: "Unsupported value: 'temperature' does not support 0.7 with this model.",
          param: 'temperature',
          code: 'unsupported_value',
        },
      },
    },
    {
      title: 'temperature, named in the message',
      gone: 'temperature',
      error: { error: { message: '`temperature` is deprecated for this model.' } },
    },
    {
      title: 'max_tokens, to be renamed',
      gone: 'max_tokens',
      instead: ['max_completion_tokens', 100],
      error: {
        error: {
          message:
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
          param: 'max_tokens',
        },
      },
    },
    {
      title: 'max_tokens that are too many',
      gone: 'max_tokens',
      error: {
        error: {
          message:
            "'max_tokens' or 'max_completion_tokens' is too large: 100. This model's maximum context length is 90 tokens.",
        },
      },
    },
    {
      title: 'reasoning_effort',
      gone: 'reasoning_effort',
      error: { error: { message: 'Unrecognized request argument supplied: reasoning_effort' } },
    },
    {
      title: 'thinking, as Ollama says it',
      gone: 'reasoning_effort',
      error: { error: { message: '"test-model" does not support thinking' } },
    },
    {
      title: 'stream_options',
      gone: 'stream_options',
      error: { error: { message: 'stream_options: Extra inputs are not permitted' } },
    },
    {
      title: 'seed, as FastAPI says it',
      gone: 'seed',
      status: 422,
      error: {
        detail: [
          { type: 'extra_forbidden', loc: ['body', 'seed'], msg: 'Extra inputs are not permitted' },
        ],
      },
    },
    { title: 'seed, in plain text', gone: 'seed', error: 'unknown field `seed`' },
  ];
  for (const { title, error, gone, instead, status = 400 } of refusals)
    it(`is left out from then on: ${title}`, () =>
      withServer(
        (request) => (gone in request.body! ? { status, body: error } : yes),
        async (server) => {
          const model = modelAt(server);
          assert.equal((await draw(model, all)).answer, 'yes');
          assert.equal((await draw(model, all)).answer, 'yes');
          const bodies = server.chats().map(({ body }) => body!);
          assert.equal(bodies.length, 3, 'learnt once');
          assert.deepEqual(
            bodies.map((body) => gone in body),
            [true, false, false],
          );
          const expected: Record<string, unknown> = { ...bodies[0] };
          Reflect.deleteProperty(expected, gone);
          if (instead !== undefined) Object.assign(expected, { [instead[0]]: instead[1] });
          assert.deepEqual(bodies[1], expected);
        },
      ));

  it('may be one of several', () =>
    withServer(
      ({ body }) => {
        const refused = ['temperature', 'seed', 'reasoning_effort'].find((name) => name in body!);
        if (refused === undefined) return yes;
        return { status: 400, body: { error: { message: `no ${refused} here` } } };
      },
      async (server) => {
        const model = modelAt(server);
        const drawn = await Promise.all([1, 2, 3].map(() => draw(model, all)));
        assert.ok(drawn.every(({ answer }) => answer === 'yes'));
        assert.ok(server.chats().length <= 12);
      },
    ));

  it('may be the system message', () =>
    withServer(
      ({ body }) =>
        body!.messages!.some(({ role }) => role === 'system')
          ? { status: 400, body: { error: { message: 'System role not supported' } } }
          : yes,
      async (server) => {
        assert.equal((await draw(modelAt(server))).answer, 'yes');
        const [before, after] = server.chats().map(({ body }) => body!.messages!);
        assert.equal(after?.length, 1);
        assert.equal(after[0]?.content, before!.map(({ content }) => content).join('\n\n'));
      },
    ));

  it('that is always refused ends the sample', () =>
    withServer(
      [{ status: 400, body: { error: { message: 'the temperature of the server room' } } }],
      async (server) => {
        const failure = failureOf(await draw(modelAt(server), all));
        assert.deepEqual([failure.kind, failure.fatal], ['refused', true]);
        assert.equal(server.chats().length, 2);
      },
    ));

  it('is not looked for in other errors', () =>
    withServer(
      [
        {
          status: 400,
          body: { error: { message: "This model's maximum context length is 8192 tokens." } },
        },
      ],
      async (server) => {
        const failure = failureOf(await draw(modelAt(server), all));
        assert.match(failure.message, /maximum context length.*Select fewer lines/);
        assert.equal(server.chats().length, 1);
      },
    ));
});
