import type { ModelFailure } from '../../api/model';

/** Where a person sets what a message speaks of. */
export const WHERE_ADDRESS = '(winnow.model.baseUrl, --base-url or WINNOW_BASE_URL)';
export const WHERE_MODEL = '(winnow.model.name or --model)';
export const SET_KEY =
  'Set WINNOW_API_KEY or OPENAI_API_KEY, or run “Winnow: Set API Key” in the editor.';

/** A failure that every further request would meet as well. */
export function always(kind: ModelFailure['kind'], message: string): ModelFailure {
  return { kind, message, fatal: true };
}

/** A failure of one request; the next may succeed. */
export function once(kind: ModelFailure['kind'], message: string): ModelFailure {
  return { kind, message, fatal: false };
}
