import type { ModelFailure } from '../../api/model';
import { ofConnection, ofTimeout } from './connection-failure';
import { always, once, SET_KEY, WHERE_ADDRESS } from './failure-words';
import { noChoice, ofStatus, type Circumstances } from './status-failure';
import type { Trouble } from './trouble';

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
      return ofConnection(trouble, server, circumstances.access?.env);
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
