import type { Caller } from './caller';
import { listModels, onlyChoice } from './model-list';
import type { Tried } from './retry';

/** The name of the model to ask: the one that is given, or the only one that the server offers. */
export interface ModelName {
  /** As far as it is known yet. */
  readonly known: string | undefined;
  /** Asks the server once for all samples; a failure is forgotten, so that the next one asks again. */
  find(signal: AbortSignal): Promise<Tried<string>>;
}

export function modelName(given: string | undefined, caller: Caller): ModelName {
  let known = given?.trim() === '' ? undefined : given?.trim();
  let asking: Promise<Tried<string>> | undefined;
  return {
    get known() {
      return known;
    },
    async find(signal) {
      if (known !== undefined) return { kind: 'done', value: known };
      asking ??= ask(caller, signal);
      const found = await asking;
      if (found.kind === 'done') known = found.value;
      else asking = undefined;
      // The sample that asked was cancelled; this one was not.
      if (found.kind === 'failed' && found.trouble.kind === 'cancelled' && !signal.aborted)
        return this.find(signal);
      return found;
    },
  };
}

async function ask(caller: Caller, signal: AbortSignal): Promise<Tried<string>> {
  const listed = await listModels(caller, signal);
  if (listed.kind === 'failed') return listed;
  const models = listed.value;
  const only = onlyChoice(models);
  if (only !== undefined) return { kind: 'done', value: only };
  return { kind: 'failed', trouble: { kind: 'no-choice', models } };
}
