import type { ModelFailure } from '../../api/model';
import type { Access } from './access';
import {
  isCertificateError,
  isLasting,
  isMissingPath,
  isOutOfCredit,
  isProtocolError,
  isUnknownModel,
  type StatusTrouble,
  type Trouble,
} from './trouble';

/** What a message may tell of besides the trouble itself. */
export interface Circumstances {
  readonly access?: Access;
  readonly model?: string;
  /** What the server offers, where it was asked. */
  readonly models?: readonly string[];
}

const WHERE_ADDRESS = '(winnow.model.baseUrl, --base-url or WINNOW_BASE_URL)';
const WHERE_MODEL = '(winnow.model.name or --model)';
const SET_KEY = 'Set WINNOW_API_KEY or OPENAI_API_KEY, or run “Winnow: Set API Key” in the editor.';
const NAMES_SHOWN = 20;

/** Puts a trouble into words that say what to do. The key is never among them. */
export function toFailure(trouble: Trouble, circumstances: Circumstances): ModelFailure {
  const failure = describe(trouble, circumstances);
  const key = circumstances.access?.apiKey;
  if (key === undefined) return failure;
  return { ...failure, message: failure.message.replaceAll(key, '[key]') };
}

function describe(trouble: Trouble, circumstances: Circumstances): ModelFailure {
  const server = circumstances.access?.address.shown ?? 'the model server';
  switch (trouble.kind) {
    case 'status':
      return ofStatus(trouble, circumstances, server);
    case 'connection':
      return ofConnection(trouble.code, trouble.detail, server);
    case 'timed-out':
      return ofTimeout(trouble, server);
    case 'broken':
      return once('broken-stream', `The reply of ${server} broke off: ${trouble.detail}.`);
    case 'refusal':
      return once('refused', `No candidate from this sample: ${trouble.detail}.`);
    case 'no-choice':
      return always('model-not-found', noChoice(trouble.models, server));
    case 'bad-address':
      return always(
        'unreachable',
        `“${trouble.written}” is not a web address. Correct it ${WHERE_ADDRESS}, e.g. http://localhost:11434/v1.`,
      );
    case 'bad-key':
      return always(
        'unauthorized',
        `The API key holds characters that no key has, such as blanks or line breaks. ${SET_KEY}`,
      );
    case 'bad-proxy':
      return always(
        'unreachable',
        `The proxy in HTTP_PROXY or HTTPS_PROXY cannot be used (${trouble.reason}). Correct or remove it.`,
      );
    case 'cancelled':
      return once('broken-stream', 'The request was cancelled.');
  }
}

function ofStatus(
  trouble: StatusTrouble,
  { access, model, models }: Circumstances,
  server: string,
): ModelFailure {
  const { status, detail, code, waitMs } = trouble;
  const said = detail === '' ? `status ${status}` : `status ${status}: ${detail}`;
  if (isUnknownModel(trouble))
    return always('model-not-found', unknownModel(model, models, server, said));
  if (isMissingPath(trouble))
    return always(
      'unreachable',
      `${server} answers, but not as an OpenAI-compatible server (${said}). Check the address ${WHERE_ADDRESS}; it usually ends in /v1.`,
    );
  if (status === 401 || (status === 403 && access?.apiKey === undefined))
    return access?.apiKey === undefined
      ? always('unauthorized', `${server} asks for an API key, and none is set. ${SET_KEY}`)
      : always('unauthorized', `${server} does not accept the API key (${said}). ${SET_KEY}`);
  if (status === 403)
    return always(
      'unauthorized',
      `${server} does not allow this request (${said}). Check what the API key may do. ${SET_KEY}`,
    );
  if (status === 402 || isOutOfCredit(code, detail))
    return always(
      status === 429 ? 'rate-limited' : 'refused',
      `The account at ${server} has no credit left (${said}). Top it up, or choose another model.`,
    );
  if (status === 429) return once('rate-limited', rateLimited(said, waitMs, server));
  if (status >= 500 || status === 408 || status === 409 || status === 425)
    return once(
      'server-error',
      `${server} failed to answer, also when asked again (${said}). Look at the server's log, or try later.`,
    );
  return always('refused', `${server} refuses the request (${said}).${hintOn(detail)}`);
}

function rateLimited(said: string, waitMs: number | undefined, server: string): string {
  const wait = waitMs === undefined ? '' : ` It asks to wait ${Math.ceil(waitMs / 1000)} s.`;
  return `${server} limits the rate of requests (${said}).${wait} Lower --concurrency (winnow.sampling.concurrency), or try later.`;
}

function hintOn(detail: string): string {
  return /context|too (?:long|large|many)|maximum.*tokens/i.test(detail)
    ? ' Select fewer lines in a smaller file, or use a model with a longer context.'
    : ` Check the model ${WHERE_MODEL} and the sampling settings.`;
}

function unknownModel(
  model: string | undefined,
  models: readonly string[] | undefined,
  server: string,
  said: string,
): string {
  const what = model === undefined ? 'the model' : `the model “${model}”`;
  const offers =
    models === undefined || models.length === 0 ? '' : ` It offers: ${namesOf(models)}.`;
  return `${server} does not have ${what} (${said}).${offers} Choose another one ${WHERE_MODEL}.`;
}

function noChoice(models: readonly string[], server: string): string {
  if (models.length === 0) return `${server} offers no model. Load one there, then try again.`;
  return `${server} offers ${models.length} models and none is chosen: ${namesOf(models)}. Choose one ${WHERE_MODEL}.`;
}

function namesOf(models: readonly string[]): string {
  const more = models.length - NAMES_SHOWN;
  return models.slice(0, NAMES_SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function ofConnection(code: string, detail: string, server: string): ModelFailure {
  const why = code === '' ? detail : code;
  if (code === 'ECONNREFUSED')
    return always(
      'unreachable',
      `No server answers at ${server} (connection refused). Start it, or correct the address ${WHERE_ADDRESS}.`,
    );
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return {
      kind: 'unreachable',
      message: `The host of ${server} cannot be found (${why}). Check the address ${WHERE_ADDRESS} and your network.`,
      fatal: isLasting(code),
    };
  if (isCertificateError(code))
    return always(
      'unreachable',
      `The certificate of ${server} is not trusted (${why}). If it is your organisation's own, name its file in NODE_EXTRA_CA_CERTS and start again.`,
    );
  if (isProtocolError(code))
    return always(
      'unreachable',
      `${server} does not speak TLS as expected (${why}). If it is a local server, write http:// in the address ${WHERE_ADDRESS}.`,
    );
  return once(
    'unreachable',
    `${server} cannot be reached (${why}). Check the address ${WHERE_ADDRESS}, your network and proxy.`,
  );
}

function ofTimeout(
  { phase, ms }: Extract<Trouble, { kind: 'timed-out' }>,
  server: string,
): ModelFailure {
  const seconds = `${Math.round(ms / 100) / 10} s`;
  const message = {
    connect: `${server} did not accept a connection within ${seconds}. Check the address ${WHERE_ADDRESS}, your network and proxy.`,
    'first-byte': `${server} did not begin its reply within ${seconds}. It may be overloaded, or still loading the model.`,
    idle: `${server} fell silent for ${seconds} in the middle of a reply.`,
  }[phase];
  return once('timed-out', message);
}

function always(kind: ModelFailure['kind'], message: string): ModelFailure {
  return { kind, message, fatal: true };
}

function once(kind: ModelFailure['kind'], message: string): ModelFailure {
  return { kind, message, fatal: false };
}
