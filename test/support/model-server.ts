import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A request as the server got it. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The parsed JSON body; undefined where there is none. */
  readonly body: ChatBody | undefined;
  readonly at: number;
}

/** The parts of a chat completion request that tests look at. */
export interface ChatBody extends Readonly<Record<string, unknown>> {
  readonly model?: string;
  readonly stream?: boolean;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
}

/** One step of a streamed reply. */
export type Part =
  | { readonly text: string }
  | { readonly reasoning: string; readonly field?: ReasoningField }
  /** Any fields of `delta`, for the odd servers. */
  | { readonly delta: object }
  | { readonly usage: object }
  | { readonly finish: string }
  /** An error in the middle of the stream. */
  | { readonly error: object | string }
  /** Bytes as they are: comments, garbage, half an event. */
  | { readonly raw: string }
  | { readonly wait: number }
  /** Goes on when this is fulfilled. */
  | { readonly until: Promise<unknown> }
  | 'done'
  /** Says nothing more and keeps the connection open. */
  | 'hang'
  /** Destroys the socket. */
  | 'die'
  /** Ends the body as it is. */
  | 'end';

export type ReasoningField = 'reasoning_content' | 'reasoning' | 'reasoning_details' | 'thinking';

/** What the server answers to one chat completion request. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A body in one piece: JSON unless it is a string. */
  readonly body?: object | string;
  /** A stream of server-sent events. */
  readonly parts?: readonly Part[];
}

export type Script = (request: RecordedRequest, index: number) => Reply | Promise<Reply>;

export interface ModelServerOptions {
  /** Ids that `/models` lists, or the whole answer to it. Default: `test-model`. */
  readonly models?: readonly string[] | Reply;
  /** Where the API is found; everything else answers 404. Default: `/v1`. */
  readonly basePath?: string;
  /** The key to insist on. */
  readonly apiKey?: string;
  readonly port?: number;
}

export interface ModelServer {
  /** Base address, e.g. `http://127.0.0.1:4711/v1`. */
  readonly url: string;
  /** All requests so far, those for `/models` included. */
  readonly requests: readonly RecordedRequest[];
  /** The requests for completions among them. */
  chats(): readonly RecordedRequest[];
  openSockets(): number;
  /** Resolves as soon as no connection is open. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a real HTTP server that speaks the OpenAI protocol as far as Winnow uses it. The n-th chat
 * completion gets the n-th reply of the script, and the last one when they run out.
 */
export async function startModelServer(
  script: Script | readonly Reply[],
  options: ModelServerOptions = {},
): Promise<ModelServer> {
  const requests: RecordedRequest[] = [];
  const sockets = new Set<Socket>();
  const basePath = options.basePath ?? '/v1';
  let chats = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const recorded = await record(request);
      requests.push(recorded);
      const isChat = recorded.path === `${basePath}/chat/completions`;
      const index = isChat ? chats++ : 0;
      await send(response, await replyTo(recorded, index, isChat));
    })().catch((error: unknown) => response.destroy(error as Error));
  });

  async function replyTo(request: RecordedRequest, index: number, isChat: boolean): Promise<Reply> {
    if (
      options.apiKey !== undefined &&
      request.headers['authorization'] !== `Bearer ${options.apiKey}`
    )
      return {
        status: 401,
        body: { error: { message: 'Incorrect API key provided.', code: 'invalid_api_key' } },
      };
    if (request.path === `${basePath}/models`) return modelsReply(options.models ?? ['test-model']);
    if (!isChat) return { status: 404, body: '404 page not found' };
    if (typeof script === 'function') return script(request, index);
    return (
      script[Math.min(index, script.length - 1)] ?? { status: 500, body: 'the script is empty' }
    );
  }

  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    requests,
    chats: () => requests.filter(({ path }) => path.endsWith('/chat/completions')),
    openSockets: () => sockets.size,
    idle: async () => {
      while (sockets.size > 0) await delay(5);
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A script that answers the n-th request with the n-th text, streamed in small pieces. */
export function replies(texts: readonly string[]): readonly Reply[] {
  return texts.map((text) => says(text));
}

/** A whole, well-behaved reply. */
export function says(text: string, options: { readonly reasoning?: string } = {}): Reply {
  const reasoning = options.reasoning ?? '';
  return {
    parts: [
      ...pieces(reasoning).map((piece) => ({ reasoning: piece })),
      ...pieces(text).map((piece) => ({ text: piece })),
      { finish: 'stop' },
      { usage: usageOf(text, reasoning) },
      'done',
    ],
  };
}

/** The text cut into pieces of a few characters, as tokens are. */
export function pieces(text: string, size = 7): readonly string[] {
  return text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
}

function usageOf(text: string, reasoning: string) {
  const [answer, thought] = [pieces(text, 4).length, pieces(reasoning, 4).length];
  return {
    prompt_tokens: 100,
    completion_tokens: answer + thought,
    total_tokens: 100 + answer + thought,
    prompt_tokens_details: { cached_tokens: 64 },
    completion_tokens_details: { reasoning_tokens: thought },
  };
}

function modelsReply(models: readonly string[] | Reply): Reply {
  if (!Array.isArray(models)) return models as Reply;
  const data = (models as readonly string[]).map((id) => ({ id, object: 'model' }));
  return { body: { object: 'list', data } };
}

async function record(request: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const [path = '', query = ''] = (request.url ?? '').split('?');
  return {
    method: request.method ?? '',
    path,
    query,
    headers: request.headers,
    body: text === '' ? undefined : (JSON.parse(text) as ChatBody),
    at: Date.now(),
  };
}

async function send(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply.parts === undefined) {
    const isText = typeof reply.body === 'string';
    const type = isText ? 'text/plain' : 'application/json';
    response.writeHead(reply.status ?? 200, { 'content-type': type, ...reply.headers });
    response.end(isText ? reply.body : JSON.stringify(reply.body ?? {}));
    return;
  }
  response.writeHead(reply.status ?? 200, {
    'content-type': 'text/event-stream',
    ...reply.headers,
  });
  response.flushHeaders();
  for (const part of reply.parts) {
    if (response.destroyed) return;
    if (part === 'hang') return;
    if (part === 'end') break;
    if (part === 'die') {
      // The bytes written so far must arrive before the connection goes.
      await delay(20);
      response.destroy();
      return;
    }
    if (typeof part === 'object' && 'wait' in part) await delay(part.wait);
    else if (typeof part === 'object' && 'until' in part) await part.until;
    else await write(response, bytesOf(part));
  }
  response.end();
}

function write(response: ServerResponse, text: string): Promise<void> {
  return new Promise((resolve) => response.write(text, () => resolve()));
}

function bytesOf(part: Exclude<Part, 'hang' | 'end' | 'die'>): string {
  if (part === 'done') return 'data: [DONE]\n\n';
  if ('raw' in part) return part.raw;
  if ('wait' in part || 'until' in part) return '';
  if ('error' in part) return event({ error: part.error });
  if ('usage' in part) return event({ ...envelope, choices: [], usage: part.usage });
  if ('finish' in part) return choice({}, part.finish);
  if ('text' in part) return choice({ content: part.text });
  if ('delta' in part) return choice(part.delta);
  const { field = 'reasoning_content', reasoning } = part;
  if (field === 'reasoning_details')
    return choice({ reasoning_details: [{ type: 'reasoning.text', text: reasoning }] });
  return choice({ [field]: reasoning });
}

const envelope = {
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'test-model',
};

function choice(delta: object, finish: string | null = null): string {
  return event({ ...envelope, choices: [{ index: 0, delta, finish_reason: finish }] });
}

function event(value: object): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}
