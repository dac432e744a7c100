import type { ModelFailure } from '../../api/model';
import type { Access } from './access';
import { always, once, SET_KEY, WHERE_ADDRESS, WHERE_MODEL } from './failure-words';
import { isMissingPath, isOutOfCredit, isUnknownModel, type StatusTrouble } from './trouble';

/** What a message may tell of besides the trouble itself. */
export interface Circumstances {
  readonly access?: Access;
  readonly model?: string;
  /** What the server offers, where it was asked. */
  readonly models?: readonly string[];
}

const NAMES_SHOWN = 20;

/** Puts an error answer into words. */
export function ofStatus(
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

/** Puts into words that the server leaves open which model to use. */
export function noChoice(models: readonly string[], server: string): string {
  if (models.length === 0) return `${server} offers no model. Load one there, then try again.`;
  return `${server} offers ${models.length} models and none is chosen: ${namesOf(models)}. Choose one ${WHERE_MODEL}.`;
}

function namesOf(models: readonly string[]): string {
  const more = models.length - NAMES_SHOWN;
  return models.slice(0, NAMES_SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
