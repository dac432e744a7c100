import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createOpenAiModel, type OpenAiOptions } from '../../src/core/models/openai';
import { says, type Reply } from '../support/model-server';
import { draw, failureOf, modelAt, quick, request, withServer } from './openai-support';

const yes = says('yes');
const hanging: Reply = { parts: [{ reasoning: 'hm' }, 'hang'] };

describe('the address of a model server', () => {
  const written: readonly [title: string, basePath: string, write: (port: string) => string][] = [
    ['as it is', '/v1', (port) => `http://127.0.0.1:${port}/v1`],
    ['with a slash at its end', '/v1', (port) => `http://127.0.0.1:${port}/v1/`],
    ['without scheme', '/v1', (port) => `127.0.0.1:${port}/v1`],
    ['without scheme, by name', '/v1', (port) => `localhost:${port}/v1`],
    ['without path', '/v1', (port) => `http://127.0.0.1:${port}`],
    ['without path and scheme', '/v1', (port) => `localhost:${port}/`],
    ['with the endpoint', '/v1', (port) => `http://127.0.0.1:${port}/v1/chat/completions`],
    ['with another path and without version', '/api/v1', (port) => `127.0.0.1:${port}/api`],
    ['of a server without /v1', '', (port) => `127.0.0.1:${port}`],
    ['of a server with a path and without /v1', '/llm', (port) => `127.0.0.1:${port}/llm`],
    ['with blanks around', '/v1', (port) => `  http://127.0.0.1:${port}/v1 \n`],
  ];
  for (const [title, basePath, write] of written)
    it(`may be written ${title}`, () =>
      withServer(
        [yes],
        async (server) => {
          const model = createOpenAiModel({
            baseUrl: write(new URL(server.url).port),
            env: {},
            limits: quick,
          });
          assert.equal((await draw(model)).answer, 'yes');
          assert.equal((await draw(model)).answer, 'yes');
          const misses = server.requests.filter(
            ({ path }) =>
              !path.startsWith(`${basePath}/models`) && !path.startsWith(`${basePath}/chat`),
          );
          assert.ok(misses.length <= 1, 'the right path is looked for once');
        },
        { basePath },
      ));

  it('may hold a query and credentials', () =>
    withServer(
      (received) => {
        assert.equal(
          received.headers['authorization'],
          `Basic ${Buffer.from('me:p@ss').toString('base64')}`,
        );
        return yes;
      },
      async (server) => {
        const url = `${server.url.replace('//', '//me:p%40ss@')}?api-version=2`;
        assert.equal((await draw(modelAt({ url }))).answer, 'yes');
        assert.equal(server.chats()[0]?.query, 'api-version=2');
      },
    ));

  it('comes from the environment where none is given', () =>
    withServer(
      [yes],
      async ({ url }) => {
        const envs: readonly OpenAiOptions['env'][] = [
          {
            WINNOW_BASE_URL: url,
            OPENAI_BASE_URL: 'http://127.0.0.1:9',
            WINNOW_API_KEY: 'k',
            OPENAI_API_KEY: 'no',
          },
          { OPENAI_BASE_URL: url, OPENAI_API_KEY: ' k\n' },
        ];
        for (const env of envs)
          assert.equal((await draw(createOpenAiModel({ env, name: 'm' }))).answer, 'yes');
      },
      { apiKey: 'k' },
    ));

  it('may lead to LM Studio, which answers 200 to everything', async () => {
    const server = createServer((received, response) => {
      const isRight = received.url === '/api/v1/chat/completions';
      response.setHeader('content-type', isRight ? 'text/event-stream' : 'application/json');
      response.end(
        isRight
          ? 'data: {"choices":[{"index":0,"delta":{"content":"yes"},"finish_reason":"stop"}]}\n\n'
          : JSON.stringify({ error: `Unexpected endpoint or method. (POST ${received.url})` }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      assert.equal((await draw(modelAt({ url: `http://127.0.0.1:${port}/api` }))).answer, 'yes');
    } finally {
      server.close();
    }
  });
});

describe('the name of a model', () => {
  it('is asked for once where the server has only one', () =>
    withServer(
      [yes],
      async (server) => {
        const model = createOpenAiModel({ baseUrl: server.url, env: {} });
        assert.match(model.name, /the model at http/);
        await Promise.all([draw(model), draw(model), draw(model)]);
        assert.equal(model.name, 'only-one');
        assert.equal(server.requests.filter(({ path }) => path === '/v1/models').length, 1);
        assert.deepEqual(
          new Set(server.chats().map(({ body }) => body?.model)),
          new Set(['only-one']),
        );
      },
      { models: ['only-one'] },
    ));

  it('is not that of a model for embeddings', () =>
    withServer(
      [yes],
      async (server) => {
        const model = createOpenAiModel({ baseUrl: server.url, env: {} });
        await draw(model);
        assert.equal(model.name, 'qwen');
      },
      { models: ['text-embedding-nomic', 'qwen'] },
    ));

  it('is asked for again by another sample where the first was cancelled', () =>
    withServer([yes], async (server) => {
      const model = createOpenAiModel({ baseUrl: server.url, env: {} });
      const stopped = new AbortController();
      const first = draw(model, {}, stopped.signal);
      const second = draw(model);
      stopped.abort();
      assert.deepEqual(
        [(await first).end.kind, (await second).end.kind],
        ['cancelled', 'complete'],
      );
    }));
});

describe('a request to a model server', () => {
  it('holds what the sample asks for and nothing else', () =>
    withServer([yes], async (server) => {
      const model = modelAt(server, { apiKey: 'k' });
      await draw(model, { temperature: 0.5, maxTokens: 99, effort: 'high', seed: 12 });
      await draw(model, { seed: 13 });
      const [full, bare] = server.chats();
      const { messages, ...rest } = full!.body!;
      assert.deepEqual(
        messages?.map(({ role }) => role),
        ['system', 'user'],
      );
      const always = { model: 'test-model', stream: true, stream_options: { include_usage: true } };
      assert.deepEqual(rest, {
        ...always,
        seed: 12,
        temperature: 0.5,
        max_tokens: 99,
        reasoning_effort: 'high',
      });
      assert.deepEqual(bare!.body, { ...always, messages, seed: 13 });
      assert.equal(full!.headers['authorization'], 'Bearer k');
    }));

  it('has no Authorization where there is no key', () =>
    withServer([yes], async (server) => {
      await draw(modelAt(server));
      assert.equal(server.chats()[0]?.headers['authorization'], undefined);
    }));

  it('is one of many at a time, each with its own reply', () =>
    withServer(
      (_, index) => ({
        parts: [{ wait: (8 - index) * 5 }, ...(says(`reply ${index}`).parts ?? [])],
      }),
      async (server) => {
        const model = modelAt(server);
        const drawn = await Promise.all(Array.from({ length: 8 }, () => draw(model)));
        const answers = drawn.map(({ answer }) => answer).sort();
        assert.deepEqual(
          answers,
          Array.from({ length: 8 }, (_, index) => `reply ${index}`),
        );
        await server.idle();
      },
    ));

  it('closes its socket when it is cancelled', () =>
    withServer([hanging], async (server) => {
      const stopped = new AbortController();
      const model = modelAt(server);
      const all = [1, 2, 3, 4].map(async () => {
        const kinds: string[] = [];
        for await (const part of model.sample(request(), stopped.signal))
          kinds.push(part.kind === 'end' ? part.end.kind : part.kind);
        return kinds;
      });
      while (server.chats().length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
      assert.equal(server.openSockets(), 4);
      stopped.abort();
      for (const kinds of await Promise.all(all)) assert.equal(kinds.at(-1), 'cancelled');
      await server.idle();
    }));

  it('closes its socket when nobody listens any more', () =>
    withServer([hanging], async (server) => {
      for await (const part of modelAt(server).sample(request(), new AbortController().signal))
        if (part.kind === 'reasoning') break;
      await server.idle();
    }));

  it('is not made at all with a signal that has aborted', () =>
    withServer([yes], async (server) => {
      const drawn = await draw(modelAt(server), {}, AbortSignal.abort());
      assert.deepEqual(drawn.parts, [{ kind: 'end', end: { kind: 'cancelled' } }]);
      assert.equal(server.requests.length, 0);
    }));
});

describe('a proxy', () => {
  /** A proxy that knows CONNECT alone, and what it was asked for. */
  async function withProxy(use: (address: string, asked: readonly string[]) => Promise<void>) {
    const asked: string[] = [];
    const sockets = new Set<Socket>();
    const proxy = createServer();
    proxy.on('connect', (received, socket: Socket) => {
      asked.push(received.url ?? '');
      const [host = '', port] = (received.url ?? '').split(':');
      const through = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        socket.pipe(through).pipe(socket);
      });
      for (const end of [socket, through]) {
        sockets.add(end);
        end.on('error', () => end.destroy());
      }
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    try {
      await use(`127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked);
    } finally {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    }
  }

  const cases: readonly [
    title: string,
    used: boolean,
    env: (proxy: string) => OpenAiOptions['env'],
  ][] = [
    ['is used', true, (proxy) => ({ HTTP_PROXY: `http://${proxy}` })],
    [
      'may be written without scheme and in small letters',
      true,
      (proxy) => ({ http_proxy: proxy }),
    ],
    ['may be for everything', true, (proxy) => ({ ALL_PROXY: proxy })],
    [
      'is not used for hosts in NO_PROXY',
      false,
      (proxy) => ({ HTTP_PROXY: proxy, NO_PROXY: 'example.com,127.0.0.1' }),
    ],
    ['for https is not used for http', false, (proxy) => ({ HTTPS_PROXY: proxy })],
  ];
  for (const [title, used, env] of cases)
    it(title, () =>
      withServer([yes, hanging], (server) =>
        withProxy(async (address, asked) => {
          const model = modelAt(server, { env: env(address) });
          assert.equal((await draw(model)).answer, 'yes');
          assert.deepEqual(asked, used ? [new URL(server.url).host] : []);
          for await (const part of model.sample(request(), new AbortController().signal))
            if (part.kind === 'reasoning') break;
          await server.idle();
        }),
      ),
    );

  it('that does not answer is named as the trouble', async () => {
    const model = modelAt({ url: 'http://127.0.0.1:9/v1' }, { env: { HTTP_PROXY: '127.0.0.1:1' } });
    assert.equal(failureOf(await draw(model)).kind, 'unreachable');
  });
});
