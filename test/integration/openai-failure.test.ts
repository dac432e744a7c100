import assert from 'node:assert/strict';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import type { ModelFailure } from '../../src/core/api/model';
import {
  createOpenAiModel,
  testConnection,
  type OpenAiOptions,
} from '../../src/core/models/openai';
import { says, startModelServer, type Reply } from '../support/model-server';
import { certificate } from './openai-certificate';
import { draw, failureOf, modelAt, quick, withServer } from './openai-support';

const yes = says('yes');

function check(
  failure: ModelFailure,
  kind: ModelFailure['kind'],
  fatal: boolean,
  ...words: RegExp[]
) {
  assert.deepEqual([failure.kind, failure.fatal], [kind, fatal], failure.message);
  for (const word of words) assert.match(failure.message, word);
}

describe('the failure of a request', () => {
  it('says how to set a key where none is set', () =>
    withServer(
      [yes],
      async (server) => {
        const failure = failureOf(await draw(modelAt(server)));
        check(
          failure,
          'unauthorized',
          true,
          /none is set/,
          /WINNOW_API_KEY or OPENAI_API_KEY/,
          /Winnow: Set API Key/,
        );
      },
      { apiKey: 'right' },
    ));

  it('says how to set another key where it is wrong', () =>
    withServer(
      [yes],
      async (server) => {
        const failure = failureOf(await draw(modelAt(server, { apiKey: 'wrong-key' })));
        check(failure, 'unauthorized', true, /does not accept the API key/, /Winnow: Set API Key/);
        assert.equal(server.chats().length, 1);
      },
      { apiKey: 'right' },
    ));

  it('never tells the key', () =>
    withServer(
      (request) => ({
        status: 401,
        body: { error: { message: `Bad header ${String(request.headers['authorization'])}` } },
      }),
      async (server) => {
        const { message } = failureOf(await draw(modelAt(server, { apiKey: 'sk-secret-1' })));
        assert.ok(!message.includes('sk-secret-1'), message);
        assert.match(message, /Bearer \[key\]/);
      },
    ));

  it('does not send a key that cannot be one', async () => {
    const model = createOpenAiModel({ apiKey: 'two\nlines', baseUrl: 'localhost:9', env: {} });
    const failure = failureOf(await draw(model));
    check(failure, 'unauthorized', true, /characters that no key has/);
    assert.ok(!failure.message.includes('lines of'), failure.message);
  });

  const unknown: readonly [server: string, reply: Reply][] = [
    [
      'OpenAI',
      {
        status: 404,
        body: {
          error: {
            message: 'The model `gpt-9` does not exist or you do not have access to it.',
            code: 'model_not_found',
          },
        },
      },
    ],
    [
      'Ollama',
      {
        status: 404,
        body: { error: { message: 'model "gpt-9" not found, try pulling it first' } },
      },
    ],
    [
      'OpenRouter',
      { status: 400, body: { error: { message: 'gpt-9 is not a valid model ID', code: 400 } } },
    ],
    ['DeepSeek', { status: 400, body: { error: { message: 'Model Not Exist' } } }],
    ['Mistral', { status: 400, body: { message: 'Invalid model: gpt-9' } }],
  ];
  for (const [name, reply] of unknown)
    it(`lists the models that exist where the model is unknown, as ${name} says it`, () =>
      withServer(
        [reply],
        async (server) => {
          const failure = failureOf(await draw(modelAt(server, { name: 'gpt-9' })));
          check(failure, 'model-not-found', true, /“gpt-9”/, /alpha, beta/, /--model/);
        },
        { models: ['alpha', 'beta'] },
      ));

  it('lists the models where there are several and none is named', () =>
    withServer(
      [yes],
      async (server) => {
        const model = createOpenAiModel({ baseUrl: server.url, env: {} });
        check(
          failureOf(await draw(model)),
          'model-not-found',
          true,
          /2 models.*alpha, beta/,
          /--model/,
        );
        assert.equal(server.chats().length, 0);
      },
      { models: ['alpha', 'beta'] },
    ));

  it('names an address at which no server answers', async () => {
    const server = await startModelServer([yes]);
    await server.close();
    const failure = failureOf(await draw(modelAt(server)));
    check(
      failure,
      'unreachable',
      true,
      /No server answers at http:\/\/127\.0\.0\.1:\d+\/v1/,
      /Start it/,
    );
  });

  it('names a host that does not exist', async () => {
    const failure = failureOf(await draw(modelAt({ url: 'https://no-such-host.invalid/v1' })));
    assert.equal(failure.kind, 'unreachable');
    assert.match(failure.message, /no-such-host\.invalid.*cannot be found/);
  });

  it('explains a certificate that is not trusted', async () => {
    const server = createTlsServer(certificate, (_, response) => response.end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const failure = failureOf(await draw(modelAt({ url: `https://127.0.0.1:${port}/v1` })));
      check(failure, 'unreachable', true, /certificate.*not trusted/, /NODE_EXTRA_CA_CERTS/);
    } finally {
      server.close();
    }
  });

  it('explains https to a server that speaks http', () =>
    withServer([yes], async (server) => {
      const failure = failureOf(
        await draw(modelAt({ url: server.url.replace('http:', 'https:') })),
      );
      check(failure, 'unreachable', true, /does not speak TLS/, /http:\/\//);
    }));

  const odd: readonly [title: string, options: Partial<OpenAiOptions>, words: RegExp][] = [
    [
      'an address that is none',
      { baseUrl: 'not an address' },
      /“not an address” is not a web address/,
    ],
    ['another scheme', { baseUrl: 'ftp://host/v1' }, /not a web address/],
    ['a proxy that is none', { env: { HTTP_PROXY: 'http://' } }, /proxy in HTTP_PROXY/],
  ];
  for (const [title, options, words] of odd)
    it(`explains ${title}`, async () => {
      const model = createOpenAiModel({
        baseUrl: 'http://127.0.0.1:9',
        name: 'm',
        env: {},
        limits: quick,
        ...options,
      });
      check(failureOf(await draw(model)), 'unreachable', true, words);
    });

  it('explains a server that is something else', () =>
    withServer([yes], async (server) => {
      const url = server.url.replace('/v1', '/elsewhere');
      check(
        failureOf(await draw(modelAt({ url }))),
        'unreachable',
        true,
        /not as an OpenAI-compatible server/,
        /\/v1/,
      );
    }));

  it('explains a web page', () =>
    withServer(
      [{ headers: { 'content-type': 'text/html' }, body: '<html>Welcome</html>' }],
      async (server) => {
        check(failureOf(await draw(modelAt(server))), 'unreachable', true, /web page/);
      },
    ));

  const others: readonly [
    status: number,
    kind: ModelFailure['kind'],
    fatal: boolean,
    words: RegExp,
  ][] = [
    [402, 'refused', true, /no credit left/],
    [403, 'unauthorized', true, /does not allow/],
    [413, 'refused', true, /refuses the request/],
    [422, 'refused', true, /refuses the request/],
    [429, 'rate-limited', false, /Lower --concurrency/],
    [503, 'server-error', false, /failed to answer/],
  ];
  for (const [status, kind, fatal, words] of others)
    it(`puts status ${status} into words`, () =>
      withServer([{ status, body: { error: { message: 'So it is.' } } }], async (server) => {
        check(
          failureOf(await draw(modelAt(server, { apiKey: 'k' }))),
          kind,
          fatal,
          words,
          /So it is/,
        );
      }));
});

describe('the time limits of a request', () => {
  it('end one that is never answered', async () => {
    const sockets = new Set<{ destroy(): void }>();
    const server = createServer((socket) => sockets.add(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/v1`;
    const failure = failureOf(await draw(modelAt({ url }, { limits: { firstByteMs: 60 } })));
    check(failure, 'timed-out', false, /did not begin its reply within 0\.1 s/);
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it('end one that has headers and no text', () =>
    withServer([{ parts: [{ delta: { role: 'assistant' } }, 'hang'] }], async (server) => {
      const failure = failureOf(await draw(modelAt(server, { limits: { firstByteMs: 60 } })));
      check(failure, 'timed-out', false, /did not begin/);
      assert.equal(server.chats().length, 1, 'it is not asked again');
      await server.idle();
    }));

  it('end one that falls silent', () =>
    withServer([{ parts: [{ text: 'half' }, 'hang'] }], async (server) => {
      const drawn = await draw(modelAt(server, { limits: { idleMs: 60 } }));
      check(failureOf(drawn), 'timed-out', false, /fell silent/);
      await server.idle();
    }));

  it('leave a slow one alone as long as it shows life', () => {
    const slow = [': waiting\n\n', ': waiting\n\n', ': waiting\n\n'].flatMap((raw) => [
      { raw },
      { wait: 120 },
    ]);
    return withServer(
      [{ parts: [...slow, { text: 'yes' }, { finish: 'stop' }, 'done'] }],
      async (server) => {
        assert.equal((await draw(modelAt(server, { limits: { firstByteMs: 300 } }))).answer, 'yes');
      },
    );
  });
});

describe('testConnection', () => {
  it('lists the models', () =>
    withServer(
      [],
      async (server) => {
        assert.deepEqual(await testConnection({ baseUrl: server.url, env: {} }), {
          kind: 'ok',
          models: ['alpha', 'beta'],
        });
      },
      { models: ['alpha', 'beta'] },
    ));

  const shapes: readonly [title: string, body: object][] = [
    ['names', { models: [{ name: 'alpha' }] }],
    ['a bare list', [{ id: 'alpha' }]],
    ['more fields', { object: 'list', data: [{ id: 'alpha', name: 'A' }] }],
  ];
  for (const [title, body] of shapes)
    it(`reads lists with ${title}`, () =>
      withServer(
        [],
        async (server) => {
          assert.deepEqual(await testConnection({ baseUrl: server.url, env: {} }), {
            kind: 'ok',
            models: ['alpha'],
          });
        },
        { models: { body } },
      ));

  it('says what is wrong', () =>
    withServer(
      [],
      async (server) => {
        const tested = await testConnection({ baseUrl: server.url, apiKey: 'wrong', env: {} });
        assert.ok(tested.kind === 'failed');
        check(tested.failure, 'unauthorized', true, /does not accept the API key/);
      },
      { apiKey: 'right' },
    ));
});
